package dev.mayfly.local.network;

import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.crypto.vrf.VrfPublicKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;

/** The coordinator: its VRF key, tables and process. */
final class LocalCoordinator {
    static final String TABLE_PREFIX = "coordinator-";

    private final URI url;
    private final VrfPublicKey vrfKey;
    private final Path folder;
    private FunctionProcess process;

    private LocalCoordinator(URI url, VrfPublicKey vrfKey, Path folder) {
        this.url = url;
        this.vrfKey = vrfKey;
        this.folder = folder;
    }

    /** Makes its VRF key and takes a port: both stand in the network file before it starts. */
    static LocalCoordinator make(Path folder, SecureRandom random) throws IOException {
        try (VrfPrivateKey vrf = VrfPrivateKey.generate(random);
                SecretBytes scalar = vrf.scalar()) {
            KeyMaker.write(scalar, folder.resolve("vrf.key"));
            return new LocalCoordinator(URI.create("http://127.0.0.1:" + freePort()), vrf.publicKey(), folder);
        }
    }

    URI url() {
        return url;
    }

    VrfPublicKey vrfKey() {
        return vrfKey;
    }

    void start(PackagedFunction function, Path networkFile, URI dynamoDb, String issuer, String audience) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("mayfly.coordinator.network-file", networkFile.toString());
        settings.put(
                "mayfly.coordinator.vrf-key-file", folder.resolve("vrf.key").toString());
        settings.put("mayfly.coordinator.table-prefix", TABLE_PREFIX);
        settings.put("mayfly.coordinator.dynamodb-endpoint", dynamoDb.toString());
        settings.put("mp.jwt.verify.issuer", issuer);
        settings.put("mp.jwt.verify.publickey.location", issuer + TokenIssuer.JWKS_PATH);
        settings.put("mp.jwt.verify.audiences", audience);
        process = FunctionProcess.start(function, url.getPort(), settings, folder.resolve("coordinator.log"));
    }

    void awaitStarted() {
        process.url();
    }

    /** Kills its process, if it was started; its tables stay as they are. */
    void kill() {
        if (process != null) {
            process.close();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
