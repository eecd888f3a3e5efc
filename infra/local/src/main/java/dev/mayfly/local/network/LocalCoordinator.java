package dev.mayfly.local.network;

import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.crypto.vrf.VrfPublicKey;
import dev.mayfly.domain.network.Network;
import dev.mayfly.local.process.FunctionProcess;
import dev.mayfly.local.process.PackagedFunction;
import dev.mayfly.local.process.Port;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The coordinator: its VRF key, tables and process. */
final class LocalCoordinator {
    static final String TABLE_PREFIX = "coordinator-";

    private static final String MANY = "1000000";

    private static final String VRF_KEY = "vrf.key";

    private final URI url;
    private final VrfPublicKey vrfKey;
    private final NetworkFolder folder;
    private FunctionProcess process;

    private LocalCoordinator(URI url, VrfPublicKey vrfKey, NetworkFolder folder) {
        this.url = url;
        this.vrfKey = vrfKey;
        this.folder = folder;
    }

    /** A network's coordinator. Key and port stand in the network file, so that both are there before it starts. */
    static LocalCoordinator of(NetworkFolder folder, SecureRandom random) throws IOException {
        try (VrfPrivateKey vrf = LocalKeys.vrf(folder.resolve(VRF_KEY), random)) {
            Optional<Network> known = folder.network();
            int port = known.isPresent() ? Port.again(known.get().coordinator(), "coordinator") : Port.free();
            return new LocalCoordinator(URI.create("http://127.0.0.1:" + port), vrf.publicKey(), folder);
        }
    }

    URI url() {
        return url;
    }

    VrfPublicKey vrfKey() {
        return vrfKey;
    }

    void start(PackagedFunction function, URI dynamoDb, String issuer, String audience) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("mayfly.coordinator.network-file", folder.networkFile().toString());
        settings.put("mayfly.coordinator.vrf-key-file", folder.resolve(VRF_KEY).toString());
        settings.put("mayfly.coordinator.table-prefix", TABLE_PREFIX);
        settings.put("mayfly.coordinator.dynamodb-endpoint", dynamoDb.toString());
        settings.put("mayfly.coordinator.quotas.opens-per-hour", MANY);
        settings.put("mayfly.coordinator.quotas.open-containers", MANY);
        settings.put("mayfly.coordinator.quotas.waiting-bytes", MANY + "000");
        settings.put("mp.jwt.verify.issuer", issuer);
        settings.put("mp.jwt.verify.publickey.location", issuer + TokenIssuer.JWKS_PATH);
        settings.put("mp.jwt.verify.audiences", audience);
        process = FunctionProcess.start(
                function, OptionalInt.of(url.getPort()), settings, folder.resolve("coordinator.log"));
    }

    void awaitStarted() {
        process.url();
    }

    long pid() {
        return process.pid();
    }

    /** Kills its process, if it was started; its tables stay as they are. */
    void kill() {
        if (process != null) {
            process.close();
        }
    }
}
