package dev.mayfly.sweep;

import dev.mayfly.domain.container.DrawnContainers;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registries;
import dev.mayfly.domain.share.ErasureRecords;
import dev.mayfly.dynamo.container.DynamoContainerStore;
import dev.mayfly.transport.NodeClient;
import java.time.Clock;
import java.time.Duration;

/** A sweep, made without a container. */
public final class Sweeps {
    private static final int PARALLEL = 16;
    private static final Duration BUDGET = Duration.ofMinutes(5);

    private Sweeps() {}

    /**
     * A sweep over these stores.
     *
     * @param retry until nodes that did not answer are asked again
     * @param retention from a container's end until they are not asked any more
     */
    public static SweepDue over(
            Network network,
            Registries registries,
            DynamoContainerStore containers,
            NodeClient nodes,
            Duration retry,
            Duration retention,
            Clock clock) {
        SweepContainer sweepContainer = new SweepContainer(
                containers,
                containers,
                new DrawnContainers(network, registries),
                new AskNodes(nodes),
                new ErasureRecords(containers),
                new Patience(retry, retention),
                clock);
        return new SweepDue(containers, containers, sweepContainer, new Pace(PARALLEL, BUDGET), clock);
    }
}
