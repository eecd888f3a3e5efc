package dev.mayfly.dynamo.ledger;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** One transaction, sent once, and what its answer means. */
final class Submission {
    /** How a transaction ended. */
    enum Outcome {
        /** All of it was written. */
        WRITTEN,
        /** Nothing was written, because a condition on the state did not hold. */
        STATE_REFUSED,
        /** Nothing was written, because somebody else wrote at the same time. */
        CONTENDED
    }

    private static final String CONDITION = "ConditionalCheckFailed";
    private static final Set<String> PASSING =
            Set.of("None", CONDITION, "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private Submission() {}

    /**
     * Submits a transaction.
     *
     * @param items the changes of the state, and the ledger's entry last
     * @param token lets the service recognise the SDK's own repetitions
     * @throws SdkException when it was not answered, or is one that no repetition would help
     */
    static Outcome submit(DynamoDbClient client, List<TransactWriteItem> items, String token) {
        try {
            client.transactWriteItems(write -> write.transactItems(items).clientRequestToken(token));
            return Outcome.WRITTEN;
        } catch (TransactionCanceledException cancelled) {
            return outcome(cancelled, items.size() - 1);
        }
    }

    /** Whether a failure leaves open what happened, or may be gone the next time. */
    static boolean isUnanswered(SdkException failed) {
        if (failed instanceof SdkServiceException service) {
            return service.statusCode() >= 500
                    || service.isThrottlingException()
                    || failed instanceof TransactionInProgressException;
        }
        return failed instanceof SdkClientException && !(failed instanceof AbortedException);
    }

    private static Outcome outcome(TransactionCanceledException cancelled, int stateItems) {
        List<String> reasons = cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .toList();
        // The entry's own position is not the state's affair: somebody appended meanwhile, and the next position will
        // do.
        if (reasons.stream().limit(stateItems).anyMatch(CONDITION::equals)) {
            return Outcome.STATE_REFUSED;
        }
        if (!PASSING.containsAll(reasons)) {
            throw cancelled;
        }
        return Outcome.CONTENDED;
    }
}
