package dev.mayfly.handler;

import dev.mayfly.client.entropy.EntropyObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What a handler counts of its client's dealings with nodes. Every value of a label is there from the start. */
@Singleton
final class HandlerMeters implements EntropyObserver {
    private final Map<Cause, Counter> hedges = new EnumMap<>(Cause.class);
    private final DistributionSummary activated;
    private final DistributionSummary released;

    HandlerMeters(MeterRegistry meters) {
        for (Cause cause : Cause.values()) {
            hedges.put(
                    cause, meters.counter("mayfly.hedges", "cause", cause.name().toLowerCase(Locale.ROOT)));
        }
        this.activated = meters.summary("mayfly.activation.margin");
        this.released = meters.summary("mayfly.release.margin");
    }

    @Override
    public void hedged(Cause cause) {
        hedges.get(cause).increment();
    }

    @Override
    public void activated(int margin) {
        activated.record(margin);
    }

    @Override
    public void released(int margin) {
        released.record(margin);
    }
}
