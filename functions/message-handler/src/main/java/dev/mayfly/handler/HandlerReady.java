package dev.mayfly.handler;

import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.Timeouts;
import dev.mayfly.transport.UnreachableException;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is a handler that reaches the coordinator: it reads the one thing that takes no token. */
@Readiness
@Singleton
class HandlerReady implements HealthCheck {
    private static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(2), 1);

    private final CoordinatorClient coordinator;

    HandlerReady(Network network) {
        this.coordinator = CoordinatorClient.anonymous(new HttpJson(SHORT), network.coordinator());
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("coordinator")
                .status(reachesCoordinator())
                .build();
    }

    private boolean reachesCoordinator() {
        try {
            coordinator.registry();
            return true;
        } catch (Refusal answered) {
            return true;
        } catch (UnreachableException unreachable) {
            return false;
        }
    }
}
