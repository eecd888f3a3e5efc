package dev.mayfly.client.evidence;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.evidence.Misbehaviour;
import dev.mayfly.domain.evidence.ReleaseEvidence;
import dev.mayfly.domain.network.Network;
import java.util.Optional;

/** Keeps what a node signed, if it proves to others that the node misbehaved. */
public final class KeepEvidence {
    private final Network network;
    private final EvidenceStore store;

    /** Keeps in {@code store} what is proven under {@code network}. */
    public KeepEvidence(Network network, EvidenceStore store) {
        this.network = network;
        this.store = store;
    }

    /** Keeps it if it proves something. What does not may have come from anybody on the way. */
    public void keepIfProven(ReleaseEvidence evidence) {
        proven(evidence).ifPresent(misbehaviour -> store.keep(evidence, misbehaviour));
    }

    private Optional<Misbehaviour> proven(ReleaseEvidence evidence) {
        try {
            return Optional.of(evidence.prove(network));
        } catch (RejectedException unproven) {
            return Optional.empty();
        }
    }
}
