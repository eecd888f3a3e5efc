package dev.mayfly.local.network;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.local.fault.FaultProxy;
import dev.mayfly.local.fault.Lies;
import dev.mayfly.local.process.FunctionProcess;
import dev.mayfly.local.process.PackagedFunction;
import dev.mayfly.local.process.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One entropy node: its own operator, keys, folder, tables and process. */
public final class LocalNode {
    private static final String SIGNING_KEY = "signing.key";

    private final String id;
    private final String operator;
    private final SigningPublicKey signingKey;
    private final Bytes witnessKey;
    private final Path folder;
    private FunctionProcess process;
    private URI url;
    private Optional<FaultProxy> proxy = Optional.empty();

    private LocalNode(String id, String operator, SigningPublicKey signingKey, Bytes witnessKey, Path folder, URI url) {
        this.id = id;
        this.operator = operator;
        this.signingKey = signingKey;
        this.witnessKey = witnessKey;
        this.folder = folder;
        this.url = url;
    }

    /** A node that no registry knows yet, with an operator of its own. */
    static LocalNode make(int number, NetworkFolder network, SecureRandom random) throws IOException {
        String id = "node-" + number;
        Path folder = network.folder(id);
        try (SigningPrivateKey key = LocalKeys.signing(folder.resolve(SIGNING_KEY), random)) {
            return new LocalNode(id, "operator-" + number, key.publicKey(), LocalKeys.witnessKey(random), folder, null);
        }
    }

    /** A node that stands in the registry, and answers where it says. */
    static LocalNode of(NodeRecord known, NetworkFolder network) throws IOException {
        Port.again(known.url(), known.id());
        return new LocalNode(
                known.id(),
                known.operator(),
                known.signingKey(),
                known.witnessKey(),
                network.folder(known.id()),
                known.url());
    }

    /** Its name in the registry. */
    public String id() {
        return id;
    }

    /** Where it answers, once it has started. */
    public URI url() {
        return url;
    }

    /** Its process id, for whoever looks into it. */
    public long pid() {
        return process.pid();
    }

    /** What the names of its tables begin with. */
    public String tablePrefix() {
        return id + "-";
    }

    /** Starts its process, on the port it had before if there was one. */
    void start(PackagedFunction function, Path networkFile, URI dynamoDb) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("mayfly.node.id", id);
        settings.put("mayfly.node.network-file", networkFile.toString());
        settings.put("mayfly.node.signing-key-file", folder.resolve(SIGNING_KEY).toString());
        settings.put("mayfly.node.table-prefix", tablePrefix());
        settings.put("mayfly.node.dynamodb-endpoint", dynamoDb.toString());
        settings.put("mayfly.node.sweep-every", "1s");
        process = FunctionProcess.start(
                function, OptionalInt.of(url == null ? 0 : url.getPort()), settings, folder.resolve("log"));
    }

    /** Waits until it answers. */
    void awaitStarted() {
        url = process.url();
    }

    /** Its record in the registry, once it has a URL: its proxy's, if one stands before it. */
    NodeRecord record() {
        URI known = proxy.map(FaultProxy::url).orElse(url);
        return new NodeRecord(id, operator, known, signingKey, witnessKey);
    }

    /** Starts a proxy before it, for the next registry. */
    FaultProxy proxied() {
        FaultProxy started = FaultProxy.before(this::url);
        proxy = Optional.of(started);
        return started;
    }

    /** What it could say if it were not honest, under its own key. The caller closes it. */
    public Lies lies() {
        SecureRandom random = new SecureRandom();
        try {
            return new Lies(id, LocalKeys.signing(folder.resolve(SIGNING_KEY), random), random);
        } catch (IOException gone) {
            throw new UncheckedIOException("the node's key cannot be read", gone);
        }
    }

    /** Kills its process, if it was started; its tables stay as they are. */
    public void kill() {
        if (process != null) {
            process.close();
        }
    }
}
