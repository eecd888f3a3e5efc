package dev.mayfly.client.message;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.entropy.CollectShares;
import dev.mayfly.client.party.Session;
import dev.mayfly.crypto.secret.SecretBytes;

/** A container's secret as its nodes release it to a party. */
final class ReleasedEntropy {
    private ReleasedEntropy() {}

    /** E, 32 bytes, from k of the nodes; the caller closes it. Nobody is asked for a container that is over. */
    static SecretBytes of(ActiveContainer container, Session session) {
        session.requireNotEnded(container.drawn().fields());
        Session within = session.exchange();
        return new CollectShares(
                        within.nodes(), within.keepEvidence(), within.clock(), within.random(), within.observer())
                .collect(
                        container.drawn(),
                        container.registry(),
                        container.certificate(),
                        container.invitation().accessKey());
    }
}
