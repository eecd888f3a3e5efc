package dev.mayfly.node.dealing;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.vrf.VrfProof;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.selection.Committee;
import dev.mayfly.domain.selection.Draw;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.node.identity.NodeIdentity;
import dev.mayfly.node.registry.KnownRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Whether this node serves a container: it recomputes the draw and takes nobody's word for it. */
@Singleton
final class Seats {
    /** How far an opener's clock may be ahead of this node's. */
    private static final long SKEW_SECONDS = 60;

    private final Network network;
    private final NodeIdentity identity;
    private final KnownRegistry registries;
    private final Clock clock;

    Seats(Network network, NodeIdentity identity, KnownRegistry registries, Clock clock) {
        this.network = network;
        this.identity = identity;
        this.registries = registries;
        this.clock = clock;
    }

    /**
     * This node's seat in a container that lives now and was drawn from the newest registry.
     *
     * @throws RejectedException when the network does not allow the fields, or the proof is not the coordinator's
     * @throws Refusal when the container has ended or is from the future, its registry is not the newest, or this node was
     *     not drawn
     */
    Seat find(ContainerFields fields, Bytes proof) throws RejectedException {
        DrawnContainer.requireAllowed(fields, network);
        requireLiving(fields);
        Registry registry = registry(fields, proof);
        DrawnContainer container = DrawnContainer.verify(fields, proof, network, registry);
        return new Seat(container, ownRank(container.committee()));
    }

    private void requireLiving(ContainerFields fields) {
        long now = clock.instant().getEpochSecond();
        if (fields.endedAt(now)) {
            throw Refusal.of(ErrorCode.CONTAINER_ENDED, "The container has ended.");
        }
        if (fields.issuedAt() > now + SKEW_SECONDS) {
            throw Refusal.of(ErrorCode.STATEMENT_NOT_CURRENT, "The container was opened ahead of this clock.");
        }
    }

    private Registry registry(ContainerFields fields, Bytes proof) throws RejectedException {
        var known = registries.find(fields.registryDigest());
        if (known.isPresent()) {
            return known.get();
        }
        // Before the network is asked for a newer one: only containers that the coordinator drew may cause that.
        Draw.verify(fields.id(), VrfProof.parse(proof), network.vrf());
        return registries
                .refresh(fields.registryDigest())
                .orElseThrow(() -> Refusal.of(
                        ErrorCode.REGISTRY_OUTDATED, "The container's registry is not the newest this node knows."));
    }

    private int ownRank(Committee committee) {
        return committee
                .rankOf(identity.id())
                .filter(rank -> isOwnKeyAt(rank, committee))
                .orElseThrow(() -> Refusal.of(ErrorCode.FORBIDDEN, "This node was not drawn for this container."));
    }

    /** After a change of keys the registry may name another key than this node signs with: what it said would be worthless. */
    private boolean isOwnKeyAt(int rank, Committee committee) {
        return committee
                .at(rank)
                .filter(node -> node.signingKey().equals(identity.key().publicKey()))
                .isPresent();
    }
}
