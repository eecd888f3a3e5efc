package dev.mayfly.domain.wire;

import dev.mayfly.crypto.Bytes;
import java.util.List;

/**
 * Replies of the audit's functions, each {@code GET /v1/<name>}, for anybody. The reply of {@code registry} is
 * {@link CoordinatorApi.SignedRegistry}.
 */
public final class AuditApi {
    /** The most entries that {@code entries} and {@code trail} answer at once. */
    public static final int MAX_ENTRIES = 100;

    private AuditApi() {}

    /**
     * Reply of {@code head}.
     *
     * @param entries how many entries the chain has
     * @param digest SHA-256 of the last one, 32 bytes; of the genesis before the first
     */
    public record Head(long entries, Bytes digest) {}

    /** Reply of {@code network}: the text of the network file, to compare with the one that the reader trusts. */
    public record NetworkFile(String networkFile) {}

    /** Reply of {@code entries} and {@code trail}: canonical bytes of entries, in order; empty past the last one. */
    public record Entries(List<Bytes> entries) {}
}
