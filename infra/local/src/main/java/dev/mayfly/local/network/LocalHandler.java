package dev.mayfly.local.network;

import dev.mayfly.client.file.KeyringFile;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.local.process.FunctionProcess;
import dev.mayfly.local.process.PackagedFunction;
import dev.mayfly.local.process.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** A user's message handler: the user's keys, the tokens it takes and brings, and a process. */
public final class LocalHandler {
    private static final String COORDINATOR_TOKEN = "coordinator.token";

    private final UserId owner;
    private final Path folder;
    private final TokenIssuer issuer;
    private FunctionProcess process;
    private URI url;

    private LocalHandler(UserId owner, Path folder, TokenIssuer issuer) {
        this.owner = owner;
        this.folder = folder;
        this.issuer = issuer;
    }

    /** A user's handler, with the keys and the URL it had, or new ones. */
    static LocalHandler of(String owner, NetworkFolder network, TokenIssuer issuer, SecureRandom random)
            throws IOException {
        LocalHandler handler = new LocalHandler(issuer.user(owner), network.folder(owner), issuer);
        if (!Files.exists(handler.keyringFile())) {
            try (Keyring fresh = Keyring.of(UserKeys.generate(handler.owner, random))) {
                new KeyringFile(handler.keyringFile(), LocalAdmin.NETWORK_NAME).create(fresh);
            }
        }
        if (Files.exists(handler.folder.resolve("url"))) {
            handler.url = URI.create(Files.readString(handler.folder.resolve("url")));
            Port.again(handler.url, owner + "'s message handler");
        }
        handler.renewTokens();
        return handler;
    }

    /** Whose it is. */
    public UserId owner() {
        return owner;
    }

    /** Where it answers. */
    public URI url() {
        return url;
    }

    /** Its process id, for whoever looks into it. */
    public long pid() {
        return process.pid();
    }

    /** The file with the owner's keys. */
    public Path keyringFile() {
        return folder.resolve("keyring");
    }

    /** The file with a token of the owner's app, which is renewed before it expires. */
    public Path appTokenFile() {
        return folder.resolve("app.token");
    }

    /** The owner's app, as its tokens name it. */
    public UserId app() {
        return issuer.user(owner.subject() + "-app");
    }

    /** A fresh token of the owner's app. */
    public String appToken() {
        return issuer.token(app(), audience());
    }

    /** The audience of the tokens that it takes. */
    public String audience() {
        return LocalAdmin.NETWORK_NAME + "/" + owner.subject();
    }

    /** Puts fresh tokens in the place of those that are there. */
    void renewTokens() {
        try {
            replace(appTokenFile(), appToken());
            replace(folder.resolve(COORDINATOR_TOKEN), issuer.token(owner, LocalAdmin.NETWORK_NAME));
        } catch (IOException failed) {
            throw new UncheckedIOException("tokens cannot be renewed", failed);
        }
    }

    void start(PackagedFunction function, Path networkFile) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("mayfly.handler.network-file", networkFile.toString());
        settings.put("mayfly.handler.keyring-file", keyringFile().toString());
        settings.put(
                "mayfly.handler.coordinator-token-file",
                folder.resolve(COORDINATOR_TOKEN).toString());
        settings.put(
                "mayfly.handler.evidence-folder", folder.resolve("evidence").toString());
        settings.put("mayfly.handler.apps", app().subject());
        settings.put("mp.jwt.verify.issuer", issuer.issuer());
        settings.put("mp.jwt.verify.publickey.location", issuer.issuer() + TokenIssuer.JWKS_PATH);
        settings.put("mp.jwt.verify.audiences", audience());
        process = FunctionProcess.start(
                function, OptionalInt.of(url == null ? 0 : url.getPort()), settings, folder.resolve("log"));
    }

    /** Waits until it answers. */
    void awaitStarted() throws IOException {
        url = process.url();
        Files.writeString(folder.resolve("url"), url.toString());
    }

    /** Kills its process, if it was started. */
    void kill() {
        if (process != null) {
            process.close();
        }
    }

    /** In one step, so that nobody reads half a token. */
    private static void replace(Path file, String token) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, token);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
