package dev.mayfly.node;

import dev.mayfly.role.setting.DatabaseTimeouts;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** All settings of a node. None of them is a secret: the one secret lies where a setting says. */
@ConfigMapping(prefix = "mayfly.node")
interface NodeConfig {
    /** This node's id, as the registry has it. */
    String id();

    /** The network file, JSON: everything this node has to trust. */
    Path networkFile();

    /** This node's signing key: 32 bytes big-endian in one line of base64url. Readable by this process only. */
    Optional<Path> signingKeyFile();

    /** On AWS instead of the file: the SecureString in Parameter Store that holds the same line. */
    Optional<String> signingKeyParameter();

    /** What the names of this node's tables begin with, when several nodes share one database; by default nothing. */
    Optional<String> tablePrefix();

    /** Where DynamoDB Local is. By default AWS is used, with the region and the credentials of the environment. */
    Optional<URI> dynamodbEndpoint();

    /** How long to wait for DynamoDB. */
    DatabaseTimeouts dynamodb();

    /** How long an opener waits while the node asks the coordinator for a newer registry. */
    Registry registry();

    /** One attempt: an opener waits for the answer, and will come again. */
    interface Registry {
        /** For a connection to the coordinator, 100 ms to 1 min. */
        @WithDefault("2s")
        Duration connect();

        /** For its whole answer, 100 ms to 1 min. */
        @WithDefault("2s")
        Duration attempt();
    }

    /** How long the statement of an erasure can be had again after a container's end, 1 hour to 10 years. */
    @WithDefault("30d")
    Duration retention();

    /** How often the node looks for what has expired; {@code off} for never. */
    @WithDefault("60s")
    String sweepEvery();
}
