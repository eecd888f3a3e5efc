package dev.mayfly.sweep;

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

    /** How often a run starts, when nobody else starts it; {@code off} for never. */
    @WithDefault("60s")
    String every();

    /** How long a container's state is kept after its end; nodes are asked no longer than that. */
    @WithDefault("30d")
    Duration retention();

    /** How long to wait before nodes that did not answer are asked again. */
    @WithDefault("60s")
    Duration retry();

    /** How many containers a run works on at once. */
    @WithDefault("16")
    int parallel();

    /** How long a run goes on to the next batch of containers; what is left then is the next run's. */
    @WithDefault("45s")
    Duration budget();

    /** Where to leave metrics after each run, in the format of Prometheus; by default nowhere. */
    Optional<Path> metricsFile();

    /** Only say what is due, and change nothing. */
    @WithDefault("false")
    boolean dryRun();
}
