package dev.mayfly.local.network;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The expiry sweep: no keys, the coordinator's tables, and a process that nobody can call. */
final class LocalSweep {
    private final Path folder;
    private FunctionProcess process;

    LocalSweep(Path folder) {
        this.folder = folder;
    }

    void start(PackagedFunction function, Path networkFile, URI dynamoDb) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("mayfly.sweep.network-file", networkFile.toString());
        settings.put("mayfly.sweep.table-prefix", LocalCoordinator.TABLE_PREFIX);
        settings.put("mayfly.sweep.dynamodb-endpoint", dynamoDb.toString());
        settings.put("mayfly.sweep.every", "1s");
        settings.put("mayfly.sweep.retry", "2s");
        process = FunctionProcess.start(function, 0, settings, folder.resolve("expiry-sweep.log"));
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
