package dev.mayfly.local.network;

import dev.mayfly.local.process.FunctionProcess;
import dev.mayfly.local.process.PackagedFunction;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The audit: no keys, two of the coordinator's tables to read, and a process. */
final class LocalAudit {
    private final NetworkFolder folder;
    private FunctionProcess process;

    LocalAudit(NetworkFolder folder) {
        this.folder = folder;
    }

    void start(PackagedFunction function, URI dynamoDb) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("mayfly.audit.network-file", folder.networkFile().toString());
        settings.put("mayfly.audit.table-prefix", LocalCoordinator.TABLE_PREFIX);
        settings.put("mayfly.audit.dynamodb-endpoint", dynamoDb.toString());
        process = FunctionProcess.start(function, OptionalInt.of(0), settings, folder.resolve("audit.log"));
    }

    /** Where it answers, once it does. */
    URI url() {
        return process.url();
    }

    /** Kills its process, if it was started. */
    void kill() {
        if (process != null) {
            process.close();
        }
    }
}
