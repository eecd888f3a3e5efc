package dev.mayfly.dynamo.node;

import static dev.mayfly.dynamo.schema.KeyAttribute.CONTAINER_ID;
import static dev.mayfly.dynamo.schema.KeyAttribute.DUE_BUCKET;
import static dev.mayfly.dynamo.schema.KeyAttribute.EPOCH_END;
import static dev.mayfly.dynamo.schema.KeyAttribute.EXPIRES_AT;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.domain.share.HeldShare;
import dev.mayfly.dynamo.schema.TableIndex;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.table.Attributes;
import java.time.Duration;

/** A share, held or erased, as an item. */
final class ShareItem {
    /** The node's rank. */
    static final String RANK = "shareRank";
    /** Public half of the container's access key, 33 bytes. */
    static final String ACCESS_KEY = "accessKey";
    /** Digest of the dealing. */
    static final String DEALING_DIGEST = "dealingDigest";
    /** The node's holding statement. */
    static final String HOLDING = "holding";
    /** Digest of the holding. */
    static final String HOLDING_DIGEST = "holdingDigest";
    /** The share as it came; missing once erased. */
    static final String SEALED = "sealedShare";
    /** The node's erasure statement; missing while held. */
    static final String ERASURE = "erasure";

    private final Duration retention;

    ShareItem(Duration retention) {
        this.retention = retention;
    }

    Attributes toItem(HeldShare share) {
        Attributes item = Attributes.none()
                .put(CONTAINER_ID, share.containerId())
                .put(RANK, share.rank())
                .put(ACCESS_KEY, share.accessKey().bytes())
                .put(DEALING_DIGEST, share.dealingDigest())
                .put(EXPIRES_AT, share.expiresAt())
                .put(TableSchema.TTL, share.expiresAt() + retention.toSeconds())
                .put(EPOCH_END, share.epochEnd())
                .put(HOLDING, share.holding())
                .put(HOLDING_DIGEST, share.holdingDigest());
        share.sealed()
                .ifPresent(ciphertext ->
                        item.put(SEALED, ciphertext).put(DUE_BUCKET, TableIndex.dueBucket(share.containerId())));
        share.erasure().ifPresent(erasure -> item.put(ERASURE, erasure));
        return item;
    }

    static HeldShare fromItem(Attributes item) {
        try {
            return new HeldShare(
                    item.bytes(CONTAINER_ID),
                    (int) item.integer(RANK),
                    SigningPublicKey.parse(item.bytes(ACCESS_KEY)),
                    item.bytes(DEALING_DIGEST),
                    item.integer(EXPIRES_AT),
                    item.integer(EPOCH_END),
                    item.text(HOLDING),
                    item.bytes(HOLDING_DIGEST),
                    item.bytesIfPresent(SEALED),
                    item.textIfPresent(ERASURE));
        } catch (RejectedException broken) {
            throw new IllegalStateException("a stored share cannot be read", broken);
        }
    }
}
