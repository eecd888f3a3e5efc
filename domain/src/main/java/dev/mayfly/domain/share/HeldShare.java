package dev.mayfly.domain.share;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPublicKey;
import java.util.Optional;

/**
 * What a node keeps of a container: a share, as it came sealed, or, after the end, the tombstone that answers with the
 * erasure.
 *
 * @param rank the node's rank, the index of its share
 * @param accessKey who may ask
 * @param dealingDigest the dealing the share belongs to
 * @param expiresAt seconds since the epoch
 * @param epochEnd which epoch key the share is sealed to
 * @param holding this node's {@code holding} statement
 * @param holdingDigest its digest
 * @param sealed the share; empty once erased
 * @param erasure this node's {@code erasure} statement, once erased
 */
public record HeldShare(
        Bytes containerId,
        int rank,
        SigningPublicKey accessKey,
        Bytes dealingDigest,
        long expiresAt,
        long epochEnd,
        String holding,
        Bytes holdingDigest,
        Optional<Bytes> sealed,
        Optional<String> erasure) {
    /** Whether the container has ended for this node at {@code now}: erased, or {@code now >= expiresAt}. */
    public boolean endedAt(long now) {
        return sealed.isEmpty() || now >= expiresAt;
    }
}
