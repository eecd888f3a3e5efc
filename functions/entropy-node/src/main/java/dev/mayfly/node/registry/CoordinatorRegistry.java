package dev.mayfly.node.registry;

import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.domain.wire.RequestId;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.Timeouts;
import dev.mayfly.transport.UnreachableException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The registry as the network's coordinator shows it: {@code GET /v1/registry}. Slow, long and broken answers are none. */
public final class CoordinatorRegistry implements RegistrySource {
    private static final Logger LOG = Logger.getLogger(CoordinatorRegistry.class);

    private final CoordinatorClient coordinator;

    /**
     * Asks the coordinator of this network.
     *
     * @param timeouts how long an opener waits meanwhile, who will come again
     * @param requestId the request that it is asked for
     */
    public CoordinatorRegistry(Network network, Timeouts timeouts, Supplier<Optional<RequestId>> requestId) {
        this.coordinator = CoordinatorClient.anonymous(new HttpJson(timeouts, requestId), network.coordinator());
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
