package dev.mayfly.client.party;

import dev.mayfly.client.entropy.EntropyObserver;
import dev.mayfly.client.evidence.EvidenceStore;
import dev.mayfly.client.evidence.KeepEvidence;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.Deadline;
import dev.mayfly.transport.NodeClient;
import java.security.SecureRandom;
import java.time.Clock;

/** What every step of a party works with. */
public record Session(
        Network network,
        Keyring keyring,
        CoordinatorClient coordinator,
        NodeClient nodes,
        Budgets budgets,
        EvidenceStore evidence,
        Clock clock,
        SecureRandom random,
        EntropyObserver observer) {
    /** A session that nobody observes. */
    public Session(
            Network network,
            Keyring keyring,
            CoordinatorClient coordinator,
            NodeClient nodes,
            Budgets budgets,
            EvidenceStore evidence,
            Clock clock,
            SecureRandom random) {
        this(network, keyring, coordinator, nodes, budgets, evidence, clock, random, EntropyObserver.NONE);
    }

    /** The same session for one operation, whose calls have to be over at {@code deadline}. */
    public Session until(Deadline deadline) {
        return new Session(
                network,
                keyring,
                coordinator.until(deadline),
                nodes.until(deadline),
                budgets,
                evidence,
                clock,
                random,
                observer);
    }

    /** The same session for one operation that is no opening and no ending. */
    public Session exchange() {
        return until(Deadline.in(budgets.exchange()));
    }

    /** The keys in force: for what concerns the account, and containers that are yet to be opened. */
    public UserKeys me() {
        return keyring.current();
    }

    /** The keys with which this user is a party of a container, be they replaced since. */
    public UserKeys keysIn(Invitation invitation, Role role) {
        return keyring.namedIn(invitation, role)
                .orElseThrow(() -> new IllegalArgumentException("the container is under keys that are not here"));
    }

    /** What to do with answers of nodes that do not verify. */
    public KeepEvidence keepEvidence() {
        return new KeepEvidence(network, evidence);
    }

    /** The claims of a statement to the coordinator, made now. */
    public Issued toCoordinator() {
        return Issued.now(network.name(), Issued.COORDINATOR, clock, random);
    }

    /** The party's own refusal: past its time a container is over, whatever anybody else would still do. */
    public void requireNotEnded(ContainerFields fields) {
        if (fields.endedAt(clock.instant().getEpochSecond())) {
            throw Refusal.of(ErrorCode.CONTAINER_ENDED, "The container has expired by this clock.");
        }
    }
}
