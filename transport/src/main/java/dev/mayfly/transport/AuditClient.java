package dev.mayfly.transport;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.ledger.ChainHead;
import dev.mayfly.domain.wire.AuditApi;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The audit's functions. Each waits for the answer, which is somebody's word: whoever relies on a chain that is read here
 * verifies it.
 */
public final class AuditClient implements AuditLog {
    private static final int DIGEST_BYTES = 32;

    private final HttpJson http;
    private final URI url;

    /** Reads at {@code url}. */
    public AuditClient(HttpJson http, URI url) {
        this.http = http;
        this.url = url;
    }

    /** {@code GET /v1/entries}; a page of large entries is shorter than asked, and is followed by another one. */
    @Override
    public List<Bytes> entries(long from, int limit) {
        int asked = Math.min(limit, AuditApi.MAX_ENTRIES);
        return page("entries?from=%d&limit=%d".formatted(from, asked), asked);
    }

    /** {@code GET /v1/trail}; up to {@link AuditApi#MAX_ENTRIES}, whatever the limit. */
    @Override
    public List<Bytes> entriesAbout(Bytes subject, long from, int limit) {
        List<Bytes> page =
                page("trail?subject=%s&from=%d".formatted(subject.toBase64Url(), from), AuditApi.MAX_ENTRIES);
        return page.subList(0, Math.min(limit, page.size()));
    }

    /** {@code GET /v1/head}. */
    @Override
    public Optional<ChainHead> head() {
        AuditApi.Head head = HttpJson.await(http.get(HttpJson.function(url, "head"), AuditApi.Head.class));
        if (head.entries() < 0 || head.digest().size() != DIGEST_BYTES) {
            throw new UnreachableException(url, "answers with a head that is none");
        }
        return head.entries() == 0 ? Optional.empty() : Optional.of(new ChainHead(head.entries(), head.digest()));
    }

    private List<Bytes> page(String call, int limit) {
        List<Bytes> entries = HttpJson.await(http.get(HttpJson.function(url, call), AuditApi.Entries.class))
                .entries();
        if (entries.size() > limit) {
            throw new UnreachableException(url, "answers with more entries than it was asked for");
        }
        return entries;
    }
}
