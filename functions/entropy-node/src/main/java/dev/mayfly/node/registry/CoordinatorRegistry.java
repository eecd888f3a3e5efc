package dev.mayfly.node.registry;

import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.Timeouts;
import dev.mayfly.transport.UnreachableException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The registry as the network's coordinator shows it: {@code GET /v1/registry}. Slow, long and broken answers are none. */
@Singleton
public final class CoordinatorRegistry implements RegistrySource {
    /** One attempt: an opener waits for the answer, and will come again. */
    private static final Timeouts PATIENCE = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), 1);

    private static final Logger LOG = Logger.getLogger(CoordinatorRegistry.class);

    private final CoordinatorClient coordinator;

    /** Asks the coordinator of this network. */
    public CoordinatorRegistry(Network network) {
        this.coordinator = CoordinatorClient.anonymous(new HttpJson(PATIENCE), network.coordinator());
    }

    @Override
    public Optional<String> newest() {
        try {
            return Optional.of(coordinator.registry().registry());
        } catch (Refusal | UnreachableException failed) {
            LOG.warnf("The coordinator's registry could not be had: %s", failed.getMessage());
            return Optional.empty();
        }
    }
}
