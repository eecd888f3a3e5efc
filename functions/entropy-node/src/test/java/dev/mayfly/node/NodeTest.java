package dev.mayfly.node;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.domain.dealing.SealedOpening;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.selection.Committee;
import dev.mayfly.domain.share.ShareStore;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.domain.wire.WireJson;
import dev.mayfly.dynamo.DynamoClients;
import dev.mayfly.dynamo.node.ShareTable;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.node.opener.Part;
import dev.mayfly.node.opener.TestContainer;
import dev.mayfly.node.opener.TestDealing;
import dev.mayfly.node.opener.TestNetwork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A node over HTTP with a database of its own, and an opener beside it. Every test begins ten minutes after the last. The same
 * tests run against the packaged program in classes named {@code …IT}; nothing is injected, so that they can.
 */
@QuarkusTestResource(NodeResource.class)
abstract class NodeTest {
    static final long LIFETIME = 600;

    @TestHTTPResource("/")
    URI root;

    NodeResource.Surroundings around;

    final SecureRandom random = new SecureRandom();
    Network network;
    TestClock clock;
    Caller node;

    /** The node's own. */
    ShareStore shares;

    private DynamoDbClient dynamoDb;

    @BeforeEach
    void begin() throws IOException, RejectedException {
        network = Network.parse(Files.readAllBytes(around.networkFile()));
        clock = TestClock.ofTheNode();
        clock.beginTest();
        node = new Caller(root);
        dynamoDb = DynamoClients.local(around.database()).build();
        shares = new ShareTable(dynamoDb, new Tables(NodeResource.TABLES), Duration.ofDays(30));
    }

    @AfterEach
    void disconnect() {
        dynamoDb.close();
    }

    /** A container under the newest registry, living from now, with the node under test among its members. */
    TestContainer.Plan plan() {
        long now = clock.seconds();
        return new TestContainer.Plan(TestNetwork.NAME, newest(), now, now + LIFETIME, NodeTest::isMember);
    }

    TestContainer open() {
        return TestContainer.open(plan());
    }

    static boolean isMember(Committee committee) {
        return committee
                .rankOf(TestNetwork.OWN_ID)
                .filter(rank -> rank <= committee.size())
                .isPresent();
    }

    /** What the node under test contributes, over HTTP. */
    Part contribute(TestContainer container) throws RejectedException {
        try (HpkePrivateKey oneTime = HpkePrivateKey.generate(random)) {
            var request = new NodeApi.Contribute(container.contribute(oneTime.publicKey(), clock));
            NodeApi.Contributed reply = node.ask("contribute", request, NodeApi.Contributed.class);
            Opening opening =
                    SealedOpening.open(reply.sealed(), container.id(), TestNetwork.OWN_ID, container.rank(), oneTime);
            return Part.of(reply.contribution(), opening);
        }
    }

    /** Contributions of {@code count} members, by rank: the node under test's own, and as many others. */
    List<Part> contributions(TestContainer container, int count) throws RejectedException {
        List<Part> parts = others(container, count - 1);
        parts.add(contribute(container));
        parts.sort((a, b) -> Integer.compare(a.rank(), b.rank()));
        return parts;
    }

    List<Part> others(TestContainer container, int count) {
        List<Part> parts = new ArrayList<>();
        for (int rank = 1; parts.size() < count; rank++) {
            if (rank != container.rank()) {
                parts.add(Part.madeHere(container, rank, epochEnd(container), clock));
            }
        }
        return parts;
    }

    TestDealing deal(TestContainer container) throws RejectedException {
        return TestDealing.of(container, contributions(container, 5), clock);
    }

    /** An honest dealing that the node under test holds its share of. */
    TestDealing deposited(TestContainer container) throws RejectedException {
        List<Part> parts = contributions(container, 5);
        TestDealing dealing = TestDealing.of(container, parts, clock);
        node.ask("deposit", dealing.deposit(ownEpochKey(parts, container)), NodeApi.Held.class);
        return dealing;
    }

    HpkePublicKey ownEpochKey(List<Part> parts, TestContainer container) {
        return parts.stream()
                .filter(part -> part.rank() == container.rank())
                .findFirst()
                .orElseThrow()
                .contribution()
                .epochKey();
    }

    long epochEnd(TestContainer container) {
        return network.epochEnd(container.fields().expiresAt());
    }

    /** The registry that the coordinator shows. */
    Registry newest() {
        try {
            byte[] answer = Files.readAllBytes(around.answer());
            var signed = WireJson.mapper().readValue(answer, CoordinatorApi.SignedRegistry.class);
            return Registry.verify(signed.registry(), network);
        } catch (IOException | RejectedException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** Makes the coordinator show a registry from now on. */
    void show(Registry registry) throws IOException {
        Files.writeString(around.answer(), NodeResource.answer(TestNetwork.signed(registry, clock)));
    }

    /** How often the coordinator was asked for the registry so far. */
    long asked() throws IOException {
        return Files.size(around.asked());
    }
}
