package dev.mayfly.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.cli.network.NetworkCommand;
import dev.mayfly.cli.node.NodeCommand;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.KeyFile;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.Timeouts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Nodes that come and go by the commands an operator and an admin type. */
@ExtendWith(LocalDynamo.class)
class JoiningTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Testbed testbed;

    @BeforeEach
    void startNetwork(DynamoDbLocal database) throws IOException {
        testbed = Testbed.start(database.endpoint(), Plan.SMALL);
        Files.write(folder.resolve("network.json"), testbed.network().toJson());
        write("admin.key", testbed.admin());
    }

    @AfterEach
    void stopNetwork() {
        testbed.close();
    }

    @Test
    void register_putsANewNodeIntoForce() throws Exception {
        assertThat(init("newcomer")).isZero();

        assertThat(admin("register", "newcomer/node.json")).isZero();

        assertThat(out.toString()).contains("registry version 2: 4 nodes");
        Registry newest = newest();
        assertThat(newest.version()).isEqualTo(2);
        assertThat(newest.nodes().stream().map(NodeRecord::id))
                .containsExactly("newcomer", "node-1", "node-2", "node-3");
    }

    @Test
    void register_replacesANodeOnlyWhenToldSo() throws Exception {
        init("node-2");

        assertThat(admin("register", "node-2/node.json")).isEqualTo(1);
        assertThat(err.toString()).contains("node-2 is registered");
        assertThat(newest().version()).isEqualTo(1);

        assertThat(admin("register", "--replace", "node-2/node.json")).isZero();
        assertThat(newest().nodes()).hasSize(3);
        assertThat(newest().nodes().get(1).url()).hasToString("https://node-2.example");
    }

    @Test
    void retire_takesANodeOffTheRegistry() throws Exception {
        assertThat(admin("retire", "node-2")).isZero();

        assertThat(newest().nodes().stream().map(NodeRecord::id)).containsExactly("node-1", "node-3");
    }

    @Test
    void retire_changesNothingWhenANodeIsUnknown() throws Exception {
        assertThat(admin("retire", "node-1", "node-9")).isEqualTo(1);

        assertThat(err.toString()).contains("no node is registered as node-9");
        assertThat(newest().version()).isEqualTo(1);
    }

    @Test
    void register_isRefusedUnderAnotherKey() throws Exception {
        init("newcomer");
        Files.delete(folder.resolve("admin.key"));
        try (SigningPrivateKey other = SigningPrivateKey.generate(new SecureRandom())) {
            write("admin.key", other);
        }

        assertThat(admin("register", "newcomer/node.json")).isEqualTo(2);
        assertThat(newest().version()).isEqualTo(1);
    }

    @Test
    void register_saysThatNobodyAnswers() throws Exception {
        init("newcomer");
        testbed.coordinator().server().stop();

        assertThat(admin("register", "newcomer/node.json")).isEqualTo(1);
        assertThat(err.toString()).startsWith("not published: http://127.0.0.1:");
    }

    @Test
    void show_tellsTheRegistryThatTheAdminSigned() {
        assertThat(run(new NetworkCommand(), "show", "--network=" + folder.resolve("network.json")))
                .isZero();

        assertThat(out.toString())
                .contains("registry version 1, signed by the admin:\n", "  node-3 of ")
                .contains("name: " + testbed.network().name());
    }

    private int init(String id) {
        return run(
                new NodeCommand(),
                "init",
                "--id=" + id,
                "--operator=operator of " + id,
                "--url=https://" + id + ".example",
                folder.resolve(id).toString());
    }

    private int admin(String command, String... arguments) {
        Stream<String> options = Stream.of(
                command, "--network=" + folder.resolve("network.json"), "--admin-key=" + folder.resolve("admin.key"));
        Stream<String> rest = Stream.of(arguments)
                .map(argument ->
                        argument.endsWith(".json") ? folder.resolve(argument).toString() : argument);
        return run(new NodeCommand(), Stream.concat(options, rest).toArray(String[]::new));
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private Registry newest() throws Exception {
        CoordinatorClient coordinator = CoordinatorClient.anonymous(
                new HttpJson(Timeouts.USUAL), testbed.network().coordinator());
        return Registry.verify(coordinator.registry().registry(), testbed.network());
    }

    private void write(String file, SigningPrivateKey key) throws IOException {
        try (SecretBytes scalar = key.scalar()) {
            KeyFile.writeNew(folder.resolve(file), scalar);
        }
    }
}
