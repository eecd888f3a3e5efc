package dev.mayfly.domain.container;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.vrf.VrfProof;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.selection.Committee;
import dev.mayfly.domain.selection.Draw;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;

/**
 * A container whose fields the network allows and whose committee is the one the draw gives. Nodes, parties and auditors
 * each make their own from the fields and the proof; nobody takes somebody's word for a committee.
 *
 * @param epochEnd end of the epoch in which the container ends, seconds since the epoch: then its shares are gone for good
 */
public record DrawnContainer(Bytes id, ContainerFields fields, VrfProof proof, Committee committee, long epochEnd) {
    /**
     * Checks fields and proof, and recomputes the committee.
     *
     * @throws RejectedException when the fields are not ones this network allows under this registry, or the proof is not
     *     the coordinator's for this container
     */
    public static DrawnContainer verify(ContainerFields fields, Bytes proof, Network network, Registry registry)
            throws RejectedException {
        requireAllowed(fields, network);
        if (!fields.registryDigest().equals(registry.digest())) {
            throw new RejectedException("container", "the container was opened under another registry");
        }
        VrfProof pi = VrfProof.parse(proof);
        Bytes beta = Draw.verify(fields.id(), pi, network.vrf());
        Committee committee = draw(beta, fields, network, registry);
        return new DrawnContainer(fields.id(), fields, pi, committee, network.epochEnd(fields.expiresAt()));
    }

    /** The committee that a draw gives, or the refusal that the registry is too small for it. */
    public static Committee draw(Bytes beta, ContainerFields fields, Network network, Registry registry) {
        return Committee.draw(beta, registry, fields.threshold().n(), network.standbys())
                .orElseThrow(() -> Refusal.of(
                        ErrorCode.NOT_ENOUGH_NODES,
                        "%s needs %d operators"
                                .formatted(
                                        fields.threshold(), fields.threshold().n())));
    }

    /** Checks that a network allows a container's name, threshold and lifetime. */
    public static void requireAllowed(ContainerFields fields, Network network) throws RejectedException {
        if (!fields.network().equals(network.name())) {
            throw new RejectedException("container", "the container belongs to another network");
        }
        if (!network.thresholds().contains(fields.threshold())) {
            throw new RejectedException("container", "the network does not allow " + fields.threshold());
        }
        if (!network.lifetimes().allow(fields.issuedAt(), fields.expiresAt())) {
            throw new RejectedException("container", "the network does not allow this lifetime");
        }
    }
}
