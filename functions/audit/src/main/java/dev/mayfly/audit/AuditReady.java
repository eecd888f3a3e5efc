package dev.mayfly.audit;

import dev.mayfly.domain.ledger.AuditLog;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is an audit that reaches the chain. */
@Readiness
@Singleton
class AuditReady implements HealthCheck {
    private final AuditLog chain;

    AuditReady(AuditLog chain) {
        this.chain = chain;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("tables").status(reachesChain()).build();
    }

    private boolean reachesChain() {
        try {
            chain.head();
            return true;
        } catch (RuntimeException unreachable) {
            return false;
        }
    }
}
