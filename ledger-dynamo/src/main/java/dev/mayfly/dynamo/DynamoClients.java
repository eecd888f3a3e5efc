package dev.mayfly.dynamo;

import java.net.URI;
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
    private DynamoClients() {}

    /** A client for DynamoDB Local where its endpoint is given, and for AWS where none is. */
    public static DynamoDbClient at(Optional<URI> local, DynamoTimeouts timeouts) {
        DynamoDbClientBuilder builder = builder(timeouts);
        return local.map(endpoint -> toLocal(builder, endpoint)).orElse(builder).build();
    }

    /** The usual time limits and the retries, for callers that add something of their own. */
    public static ClientOverrideConfiguration.Builder timeouts() {
        return timeouts(DynamoTimeouts.USUAL);
    }

    /** A builder for DynamoDB Local, which takes any region and any credentials. */
    public static DynamoDbClientBuilder local(URI endpoint) {
        return toLocal(builder(DynamoTimeouts.USUAL), endpoint);
    }

    private static DynamoDbClientBuilder builder(DynamoTimeouts timeouts) {
        return DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(timeouts.connect())
                        .socketTimeout(timeouts.attempt()))
                .overrideConfiguration(timeouts(timeouts).build());
    }

    private static ClientOverrideConfiguration.Builder timeouts(DynamoTimeouts timeouts) {
        return ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(timeouts.attempt())
                .apiCallTimeout(timeouts.call())
                .retryStrategy(RetryMode.STANDARD);
    }

    private static DynamoDbClientBuilder toLocal(DynamoDbClientBuilder builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }
}
