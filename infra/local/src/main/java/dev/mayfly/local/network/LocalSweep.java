package dev.mayfly.local.network;

import dev.mayfly.local.process.FunctionProcess;
import dev.mayfly.local.process.PackagedFunction;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The expiry sweep: no keys, the coordinator's tables, and a process that nobody can call. */
final class LocalSweep {
    private final NetworkFolder folder;
    private FunctionProcess process;

    LocalSweep(NetworkFolder folder) {
        this.folder = folder;
    }

    void start(PackagedFunction function, URI dynamoDb) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("mayfly.sweep.network-file", folder.networkFile().toString());
        settings.put("mayfly.sweep.table-prefix", LocalCoordinator.TABLE_PREFIX);
        settings.put("mayfly.sweep.dynamodb-endpoint", dynamoDb.toString());
        settings.put(
                "mayfly.sweep.metrics-file", folder.resolve("expiry-sweep.prom").toString());
        settings.put("mayfly.sweep.every", "1s");
        settings.put("mayfly.sweep.retry", "2s");
        process = FunctionProcess.start(function, OptionalInt.empty(), settings, folder.resolve("expiry-sweep.log"));
    }

    void awaitStarted() {
        process.awaitStarted();
    }

    /** Kills its process, if it was started. */
    void kill() {
        if (process != null) {
            process.close();
        }
    }
}
