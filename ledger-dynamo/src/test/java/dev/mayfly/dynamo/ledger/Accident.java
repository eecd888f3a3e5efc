package dev.mayfly.dynamo.ledger;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Fails transactions before or after their effect, as a network does. */
public final class Accident implements ExecutionInterceptor {
    /** When a transaction fails. */
    public enum Moment {
        /** The request never reached DynamoDB. */
        BEFORE,
        /** DynamoDB did it, its answer was lost, and the SDK asks again with the same token. */
        WITHIN,
        /** DynamoDB did it, its answer was lost, and the SDK gave up. */
        AFTER
    }

    private final Moment moment;
    private final AtomicInteger left;

    /** An accident that happens to the next {@code times} transactions. */
    public Accident(Moment moment, int times) {
        this.moment = moment;
        this.left = new AtomicInteger(times);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (moment == Moment.BEFORE && context.request() instanceof TransactWriteItemsRequest) {
            happen();
        }
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        if (moment == Moment.WITHIN && context.request() instanceof TransactWriteItemsRequest) {
            happen();
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (moment == Moment.AFTER && context.request() instanceof TransactWriteItemsRequest) {
            happen();
        }
    }

    private void happen() {
        if (left.getAndDecrement() > 0) {
            throw SdkClientException.create("the line is dead", new IOException("reset"));
        }
    }
}
