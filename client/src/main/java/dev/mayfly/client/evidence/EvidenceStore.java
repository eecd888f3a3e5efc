package dev.mayfly.client.evidence;

import dev.mayfly.domain.evidence.Misbehaviour;
import dev.mayfly.domain.evidence.ReleaseEvidence;

/** Where proven evidence goes. Called from the threads of calls, several at once. */
@FunctionalInterface
public interface EvidenceStore {
    /** Keeps evidence, or says where somebody will see it that it could not be kept; never throws. */
    void keep(ReleaseEvidence evidence, Misbehaviour proven);
}
