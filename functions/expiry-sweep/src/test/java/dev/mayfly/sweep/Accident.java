package dev.mayfly.sweep;

import java.util.function.Supplier;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Happens once, to one call to DynamoDB: before it reached the database, or after the database did what it says. */
final class Accident implements ExecutionInterceptor {
    private final int call;
    private final boolean afterEffect;
    private final Supplier<? extends Throwable> cause;
    private int begun;
    private int ended;
    private boolean happened;

    /** The process is gone in the middle of a run: nothing catches this. */
    static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    /**
     * An accident.
     *
     * @param call which call it happens to, counted from 1
     */
    Accident(int call, boolean afterEffect, Supplier<? extends Throwable> cause) {
        this.call = call;
        this.afterEffect = afterEffect;
        this.cause = cause;
    }

    /** Whether there were so many calls. */
    boolean happened() {
        return happened;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        begun++;
        if (!afterEffect && begun == call) {
            happen();
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        ended++;
        if (afterEffect && ended == call) {
            happen();
        }
    }

    private void happen() {
        happened = true;
        Throwable thrown = cause.get();
        if (thrown instanceof Error cut) {
            throw cut;
        }
        throw (RuntimeException) thrown;
    }
}
