package dev.mayfly.dynamo;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * DynamoDB clients as every role uses them: an answer within seconds or a failure, the SDK's standard retries with jitter.
 * One client serves all threads of a process.
 */
public final class DynamoClients {
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(6);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

    private DynamoClients() {}

    /** A client for DynamoDB Local where its endpoint is given, and for AWS where none is. */
    public static DynamoDbClient at(Optional<URI> local) {
        return local.map(DynamoClients::local).orElseGet(DynamoClients::builder).build();
    }

    /** A builder for real AWS: region and credentials are the environment's, unless the caller sets them. */
    public static DynamoDbClientBuilder builder() {
        return DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(ATTEMPT_TIMEOUT))
                .overrideConfiguration(timeouts().build());
    }

    /** The time limits and retries of {@link #builder}, for callers that add something of their own. */
    public static ClientOverrideConfiguration.Builder timeouts() {
        return ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                .apiCallTimeout(CALL_TIMEOUT)
                .retryStrategy(RetryMode.STANDARD);
    }

    /** A builder for DynamoDB Local, which takes any region and any credentials. */
    public static DynamoDbClientBuilder local(URI endpoint) {
        return builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }
}
