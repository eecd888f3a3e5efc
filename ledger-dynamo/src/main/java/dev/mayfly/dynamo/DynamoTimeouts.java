package dev.mayfly.dynamo;

import java.time.Duration;

/**
 * How long a role waits for DynamoDB.
 *
 * @param connect for a connection
 * @param attempt for one answer
 * @param call for a call with all its attempts and the pauses between them
 */
public record DynamoTimeouts(Duration connect, Duration attempt, Duration call) {
    /** One second, two and six. */
    public static final DynamoTimeouts USUAL =
            new DynamoTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(6));
}
