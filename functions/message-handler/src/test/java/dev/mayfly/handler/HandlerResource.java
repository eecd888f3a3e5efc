package dev.mayfly.handler;

import dev.mayfly.client.file.KeyringFile;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.transport.TestServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** What stands around the handler under test: alice's files, an issuer of tokens, and a coordinator that says what tests want. */
public class HandlerResource implements QuarkusTestResourceLifecycleManager {
    /** The issuer of every token. */
    static final String ISSUER = "https://id.test";

    /** The network, and the coordinator's audience. */
    static final String NETWORK = "handlers";

    /** The handler's own audience. */
    static final String AUDIENCE = "handlers/alice";

    /** Its owner's one app. */
    static final String APP = "alices-phone";

    /** What the handler brings to the coordinator. */
    static final String COORDINATOR_TOKEN = "token-of-alice";

    private final SecureRandom random = new SecureRandom();
    private final TestServer coordinator = new TestServer();
    private final TestTokens tokens = TestTokens.fresh();
    private final TestNetwork network = new TestNetwork();
    private Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("mayfly-handler-test");
            return configuration();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void inject(TestInjector tests) {
        tests.injectIntoFields(coordinator, new TestInjector.MatchesType(TestServer.class));
        tests.injectIntoFields(network, new TestInjector.MatchesType(TestNetwork.class));
        tests.injectIntoFields(tokens, new TestInjector.MatchesType(TestTokens.class));
    }

    @Override
    public void stop() {
        coordinator.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Map<String, String> configuration() throws IOException {
        try (Keyring alice = Keyring.of(UserKeys.generate(new UserId(ISSUER, "alice"), random))) {
            new KeyringFile(folder.resolve("keyring"), NETWORK).create(alice);
        }
        Files.write(
                folder.resolve("network.json"), network.at(coordinator.url()).toJson());
        Files.writeString(folder.resolve("token"), COORDINATOR_TOKEN + "\n");
        Files.writeString(folder.resolve("jwks.json"), tokens.keySet());
        return Map.of(
                "mayfly.handler.network-file",
                folder.resolve("network.json").toString(),
                "mayfly.handler.keyring-file",
                folder.resolve("keyring").toString(),
                "mayfly.handler.coordinator-token-file",
                folder.resolve("token").toString(),
                "mayfly.handler.evidence-folder",
                folder.resolve("evidence").toString(),
                "mayfly.handler.apps",
                APP,
                "mp.jwt.verify.issuer",
                ISSUER,
                "mp.jwt.verify.audiences",
                AUDIENCE,
                "mp.jwt.verify.publickey.location",
                folder.resolve("jwks.json").toUri().toString());
    }
}
