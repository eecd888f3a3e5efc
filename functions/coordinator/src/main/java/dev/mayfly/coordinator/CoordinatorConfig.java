package dev.mayfly.coordinator;

import dev.mayfly.role.setting.DatabaseTimeouts;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * All settings of a coordinator. None of them is a secret: the one secret lies where a setting says. Which tokens are
 * taken is set by {@code mp.jwt.verify.*}.
 */
@ConfigMapping(prefix = "mayfly.coordinator")
interface CoordinatorConfig {
    /** The network file, JSON: everything this coordinator has to trust. */
    Path networkFile();

    /** The VRF key: 32 bytes big-endian in one line of base64url. Readable by this process only. */
    Optional<Path> vrfKeyFile();

    /** On AWS instead of the file: the SecureString in Parameter Store that holds the same line. */
    Optional<String> vrfKeyParameter();

    /** What the names of the tables begin with; by default nothing. */
    Optional<String> tablePrefix();

    /** Where DynamoDB Local is. By default AWS is used, with the region and the credentials of the environment. */
    Optional<URI> dynamodbEndpoint();

    /** How long to wait for DynamoDB. */
    DatabaseTimeouts dynamodb();

    /** How long a container's state can be asked for after its end, 1 hour to 10 years. */
    @WithDefault("30d")
    Duration retention();

    /** What one user may do and have. How often it may open for one and the same peer is in the network file. */
    Limits quotas();

    /** A coordinator's own limits, each 1 to 1,000,000,000, bytes to 1 TiB. Hours are full ones of its clock. */
    interface Limits {
        /** How many containers one user may open in an hour. */
        @WithDefault("600")
        int opensPerHour();

        /** How many containers that one user opened may be open at a time: until their end is recorded. */
        @WithDefault("1000")
        int openContainers();

        /** How many bytes of sealed messages may wait in one user's mailbox: 64 MiB, some 170 of the longest. */
        @WithDefault("67108864")
        long waitingBytes();
    }
}
