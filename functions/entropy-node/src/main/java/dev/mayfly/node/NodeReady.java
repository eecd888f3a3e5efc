package dev.mayfly.node;

import dev.mayfly.domain.registry.SeenRegistry;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is a node that reaches its tables: it reads the smallest of them. */
@Readiness
@Singleton
class NodeReady implements HealthCheck {
    private final SeenRegistry seen;

    NodeReady(SeenRegistry seen) {
        this.seen = seen;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("tables").status(reachesTables()).build();
    }

    private boolean reachesTables() {
        try {
            seen.newest();
            return true;
        } catch (RuntimeException unreachable) {
            return false;
        }
    }
}
