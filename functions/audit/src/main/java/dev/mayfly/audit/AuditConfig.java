package dev.mayfly.audit;

import dev.mayfly.role.setting.DatabaseTimeouts;
import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** All settings of an audit. None of them is a secret, and the audit has none. */
@ConfigMapping(prefix = "mayfly.audit")
interface AuditConfig {
    /** The network file, JSON: which network's chain this is. */
    Path networkFile();

    /** What the names of the coordinator's tables begin with; by default nothing. */
    Optional<String> tablePrefix();

    /** Where DynamoDB Local is. By default AWS is used, with the region and the credentials of the environment. */
    Optional<URI> dynamodbEndpoint();

    /** How long to wait for DynamoDB. */
    DatabaseTimeouts dynamodb();
}
