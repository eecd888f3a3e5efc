package dev.mayfly.testbed.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.share.End;
import dev.mayfly.domain.share.ReleaseRequest;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import dev.mayfly.testbed.LocalDynamo;
import dev.mayfly.testbed.Plan;
import dev.mayfly.testbed.Testbed;
import dev.mayfly.testbed.role.Person;
import dev.mayfly.testbed.role.TestNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a node tells, and does for, somebody without the access key: the same, whatever it keeps. */
@ExtendWith(LocalDynamo.class)
class NodeStrangersTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Testbed testbed;
    private final SecureRandom random = new SecureRandom();
    private final SigningPrivateKey stranger = SigningPrivateKey.generate(random);
    private final TestNode node;
    private Person alice;
    private Person bob;
    private ActiveContainer living;
    private ActiveContainer ended;

    NodeStrangersTest(DynamoDbLocal engine) {
        testbed = Testbed.start(engine.endpoint(), Plan.SMALL);
        node = testbed.nodes().get(0);
    }

    @BeforeEach
    void oneOfEachKind() throws Exception {
        alice = testbed.person("alice");
        bob = testbed.person("bob");
        living = joined();
        ended = joined();
        bob.client().revoke(ended);
    }

    @AfterEach
    void close() {
        living.close();
        ended.close();
        stranger.close();
        alice.close();
        bob.close();
        testbed.close();
    }

    @Test
    void release_answersAndDoesTheSameForStrangersWhateverIsKept() throws Exception {
        Exchange toUnknown = release(Bytes.random(random, 32), stranger, dealing(living));
        assertThat(toUnknown.status()).isEqualTo(ErrorCode.CONTAINER_UNKNOWN.status());
        assertThat(toUnknown.calls()).hasSize(3).last().asString().startsWith("GetItem shares");

        assertThat(releasesToStrangers()).hasSize(4).containsOnly(toUnknown);
        forward();
        assertThat(releasesToStrangers()).hasSize(4).containsOnly(toUnknown);
        node.eraseExpired();
        assertThat(releasesToStrangers()).hasSize(4).containsOnly(toUnknown);
    }

    @Test
    void end_answersAndDoesTheSameForStrangersWhateverIsKept() throws Exception {
        Exchange toUnknown = end(Bytes.random(random, 32));
        assertThat(toUnknown.status()).isEqualTo(ErrorCode.CONTAINER_UNKNOWN.status());
        assertThat(toUnknown.calls()).hasSize(3).last().asString().startsWith("GetItem shares");

        assertThat(endsByStrangers()).hasSize(2).containsOnly(toUnknown);
        forward();
        assertThat(endsByStrangers()).hasSize(2).containsOnly(toUnknown);
        node.eraseExpired();
        assertThat(endsByStrangers()).hasSize(2).containsOnly(toUnknown);
    }

    /** That a container is over here anybody may know, and not before. */
    @Test
    void erasure_answersAndDoesTheSameWhetherAShareIsHeldOrNothing() throws Exception {
        Exchange toUnknown = erasure(Bytes.random(random, 32));
        assertThat(toUnknown.status()).isEqualTo(ErrorCode.CONTAINER_UNKNOWN.status());

        assertThat(erasure(living.drawn().id())).isEqualTo(toUnknown);
        assertThat(erasure(ended.drawn().id()).status()).isEqualTo(200);
    }

    /** Were parties told the same too, the tests above would show nothing. */
    @Test
    void release_tellsAPartyMore() throws Exception {
        SigningPrivateKey access = living.invitation().accessKey();
        assertThat(release(living.drawn().id(), access, dealing(living)).status())
                .isEqualTo(200);
        assertThat(release(ended.drawn().id(), ended.invitation().accessKey(), dealing(ended))
                        .status())
                .isEqualTo(ErrorCode.CONTAINER_ENDED.status());
    }

    private List<Exchange> releasesToStrangers() throws Exception {
        List<Exchange> told = new ArrayList<>();
        for (ActiveContainer container : List.of(living, ended)) {
            Bytes id = container.drawn().id();
            told.add(release(id, stranger, dealing(container)));
            told.add(release(id, container.invitation().accessKey(), Bytes.random(random, 32)));
        }
        return told;
    }

    private List<Exchange> endsByStrangers() throws Exception {
        return List.of(end(living.drawn().id()), end(ended.drawn().id()));
    }

    /** Keys of epochs that are over are deleted at the first call of anybody. */
    private void forward() throws Exception {
        testbed.clocks().forward(HOUR.plusHours(1));
        erasure(Bytes.random(random, 32));
    }

    private Exchange release(Bytes id, SigningPrivateKey signer, Bytes dealing) throws Exception {
        try (HpkePrivateKey oneTimeKey = HpkePrivateKey.generate(random)) {
            ReleaseRequest request = new ReleaseRequest(issued(node.id()), id, dealing, oneTimeKey.publicKey());
            return ask(
                    "release",
                    new NodeApi.Release(
                            ReleaseRequest.TYPE.sign(request, signer).compact()));
        }
    }

    private Exchange end(Bytes id) throws Exception {
        End end = new End(issued(Issued.NODES), id);
        return ask("end", new NodeApi.End(End.TYPE.sign(end, stranger).compact()));
    }

    private Exchange erasure(Bytes id) throws Exception {
        return ask("erasure", new NodeApi.AskErasure(id));
    }

    private Exchange ask(String function, Object request) throws Exception {
        return Exchange.of(testbed, node.server().url(), function, alice.keys().user(), request);
    }

    private Issued issued(String audience) {
        return Issued.now(testbed.network().name(), audience, node.party().clock(), random);
    }

    private static Bytes dealing(ActiveContainer container) {
        return container.certificate().dealing().digest();
    }

    private ActiveContainer joined() throws Exception {
        Bytes sent = alice.send(bob, "for bob", HOUR, testbed.plan().threshold());
        return bob.client().join(bob.waiting(sent));
    }
}
