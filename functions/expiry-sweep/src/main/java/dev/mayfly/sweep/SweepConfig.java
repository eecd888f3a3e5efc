package dev.mayfly.sweep;

import dev.mayfly.role.setting.DatabaseTimeouts;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** All settings of a sweep. None of them is a secret, and the sweep has none. */
@ConfigMapping(prefix = "mayfly.sweep")
interface SweepConfig {
    /** The network file, JSON: everything this sweep has to trust. */
    Path networkFile();

    /** What the names of the coordinator's tables begin with; by default nothing. */
    Optional<String> tablePrefix();

    /** Where DynamoDB Local is. By default AWS is used, with the region and the credentials of the environment. */
    Optional<URI> dynamodbEndpoint();

    /** How long to wait for DynamoDB. */
    DatabaseTimeouts dynamodb();

    /** How long to wait for a node. */
    Nodes nodes();

    /** One attempt: the next run asks again. */
    interface Nodes {
        /** For a connection, 100 ms to 1 min. */
        @WithDefault("2s")
        Duration connect();

        /** For a whole answer, 100 ms to 1 min. */
        @WithDefault("3s")
        Duration attempt();
    }

    /** How often a run starts, when nobody else starts it; {@code off} for never. */
    @WithDefault("60s")
    String every();

    /** How long a container's state is kept after its end; nodes are asked no longer than that. 1 hour to 10 years. */
    @WithDefault("30d")
    Duration retention();

    /** How long to wait before nodes that did not answer are asked again, 1 s to 1 day. */
    @WithDefault("60s")
    Duration retry();

    /** How many containers a run works on at once, 1 to 256. */
    @WithDefault("16")
    int parallel();

    /** How long a run goes on to the next batch of containers; what is left then is the next run's. 1 s to 1 hour. */
    @WithDefault("45s")
    Duration budget();

    /** How long a process that is stopped waits for the batch that it works on, 0 s to 10 min. */
    @WithDefault("30s")
    Duration stopWithin();

    /** Where to leave metrics after each run, in the format of Prometheus; by default nowhere. */
    Optional<Path> metricsFile();

    /** Only say what is due, and change nothing. */
    @WithDefault("false")
    boolean dryRun();
}
