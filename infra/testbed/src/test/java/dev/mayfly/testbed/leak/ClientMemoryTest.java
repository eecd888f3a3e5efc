package dev.mayfly.testbed.leak;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.client.party.Budgets;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import dev.mayfly.testbed.LocalDynamo;
import dev.mayfly.testbed.Plan;
import dev.mayfly.testbed.Testbed;
import dev.mayfly.testbed.role.Party;
import dev.mayfly.testbed.role.Person;
import dev.mayfly.testbed.secret.Secret;
import dev.mayfly.testbed.secret.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What this process, in which both parties were, still knows when they have closed what they had. */
@ExtendWith(LocalDynamo.class)
class ClientMemoryTest {
    private static final String BOB = "bob";
    private static final int PIECE = 4 * 1024 * 1024;

    private final Testbed testbed;
    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path folder;

    ClientMemoryTest(DynamoDbLocal engine) {
        testbed = Testbed.start(engine.endpoint(), Plan.SMALL);
    }

    @AfterEach
    void close() {
        testbed.close();
    }

    @Test
    void parties_leaveNoKeyNoEntropyAndNoContentInMemoryWhenClosed() throws Exception {
        Left left = exchange();

        Path heap = heap();

        try (SecretBytes open = testbed.admin().scalar()) {
            assertThat(holds(heap, open.toByteArray()))
                    .as("the search finds what is there")
                    .isTrue();
        }
        assertThat(secrets(left))
                .hasSize(8)
                .allSatisfy(secret -> assertThat(holds(heap, secret.bytes()))
                        .as(secret.name())
                        .isFalse());
    }

    /** What only the test remembers of a message and of who read it. */
    private record Left(Bytes container, Hidden content, Hidden signing, Hidden encryption) {
        UserKeys keys() throws Exception {
            try (SecretBytes signingKey = signing.shown();
                    SecretBytes encryptionKey = encryption.shown()) {
                return new UserKeys(
                        new UserId(Testbed.ISSUER, BOB),
                        SigningPrivateKey.parse(signingKey),
                        HpkePrivateKey.parse(encryptionKey));
            }
        }
    }

    private Left exchange() throws Exception {
        try (Person alice = testbed.person("alice");
                Person bob = testbed.person(BOB);
                SecretBytes content = SecretBytes.random(random, 32)) {
            Bytes container = alice.client()
                    .send(
                            alice.client().lookUp(bob.keys().user()),
                            Duration.ofHours(1),
                            testbed.plan().threshold(),
                            content);
            try (FetchedMessage fetched = bob.fetch(container);
                    ReceivedMessage received = bob.client().unseal(fetched)) {
                assertThat(received.content().sameAs(content)).isTrue();
            }
            return new Left(
                    container,
                    new Hidden(content),
                    new Hidden(bob.keys().signing().scalar()),
                    new Hidden(bob.keys().encryption().scalar()));
        }
    }

    /** What was to be forgotten, found out again as the protocol says. */
    private List<Secret> secrets(Left left) throws Exception {
        Secrets secrets = new Secrets();
        secrets.add("content", left.content().shown());
        secrets.add("signing key", left.signing().shown());
        secrets.add("encryption key", left.encryption().shown());
        Party party = new Party(BOB, testbed.clocks().of(BOB), random);
        try (Person bob = new Person(party, left.keys(), testbed.network(), (evidence, proven) -> {}, Budgets.USUAL);
                ActiveContainer active = bob.client().join(bob.waiting(left.container()))) {
            secrets.add(active, bob.keys(), testbed.network(), party.clock(), random);
        }
        return secrets.secrets();
    }

    /** Everything that this process can still reach. */
    private Path heap() throws IOException {
        Path dump = folder.resolve("heap.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
        return dump;
    }

    /** A piece at a time: a dump can be longer than the memory that is left. */
    private static boolean holds(Path dump, byte[] wanted) throws IOException {
        String needle = latin1(wanted);
        try (InputStream in = Files.newInputStream(dump)) {
            String end = "";
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                String text = end + latin1(piece);
                if (text.contains(needle)) {
                    return true;
                }
                end = text.substring(Math.max(0, text.length() - needle.length()));
            }
            return false;
        }
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
