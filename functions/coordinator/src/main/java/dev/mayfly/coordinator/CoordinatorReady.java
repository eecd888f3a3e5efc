package dev.mayfly.coordinator;

import dev.mayfly.domain.registry.RegistryStore;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is a coordinator that reaches its tables: it reads the smallest of them. */
@Readiness
@Singleton
class CoordinatorReady implements HealthCheck {
    private final RegistryStore registries;

    CoordinatorReady(RegistryStore registries) {
        this.registries = registries;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("tables").status(reachesTables()).build();
    }

    private boolean reachesTables() {
        try {
            registries.newest();
            return true;
        } catch (RuntimeException unreachable) {
            return false;
        }
    }
}
