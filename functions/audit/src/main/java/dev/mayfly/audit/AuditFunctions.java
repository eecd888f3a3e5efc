package dev.mayfly.audit;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.ledger.ChainHead;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registries;
import dev.mayfly.domain.wire.AuditApi;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.edge.Query;
import dev.mayfly.edge.Reply;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What anybody may read of the ledger. Every function is a GET whose answer is the same for everybody. */
@ApplicationScoped
public class AuditFunctions {
    private static final long MAX_POSITION = (1L << 53) - 1;
    private static final int SUBJECT_BYTES = 32;

    /** Of what grows with the chain: as long as an auditor does not mind to be behind. */
    private static final Duration GROWING = Duration.ofSeconds(1);

    private static final Duration REGISTRY_MAX_AGE = Duration.ofSeconds(5);
    private static final Duration NETWORK_MAX_AGE = Duration.ofMinutes(1);

    private final Network network;
    private final AuditLog chain;
    private final ReadPage readPage;
    private final Registries registries;
    private final Query query;
    private final Reply reply;

    AuditFunctions(
            Network network, AuditLog chain, ReadPage readPage, Registries registries, Query query, Reply reply) {
        this.network = network;
        this.chain = chain;
        this.readPage = readPage;
        this.registries = registries;
        this.query = query;
        this.reply = reply;
    }

    /** How far the chain reaches. */
    @Funq("v1/head")
    public AuditApi.Head head() {
        ChainHead head = chain.head().orElseGet(() -> ChainHead.ofEmpty(network.name()));
        reply.cacheable(GROWING);
        return new AuditApi.Head(head.entries(), head.digest());
    }

    /** Entries from a position on. A page that ends before the chain does never changes again. */
    @Funq("v1/entries")
    public AuditApi.Entries entries() {
        int limit = (int) query.integer("limit", 1, AuditApi.MAX_ENTRIES).orElse(AuditApi.MAX_ENTRIES);
        ReadPage.Page page = readPage.read(from(), limit);
        if (page.complete()) {
            reply.immutable();
        } else {
            reply.cacheable(GROWING);
        }
        return new AuditApi.Entries(page.entries());
    }

    /** The entries about one container or one user's key index. The index they are found by may lag a moment. */
    @Funq("v1/trail")
    public AuditApi.Entries trail() {
        Bytes subject = query.bytes("subject", SUBJECT_BYTES);
        AuditApi.Entries trail = new AuditApi.Entries(chain.entriesAbout(subject, from(), AuditApi.MAX_ENTRIES));
        reply.cacheable(GROWING);
        return trail;
    }

    /** The newest registry. */
    @Funq("v1/registry")
    public CoordinatorApi.SignedRegistry registry() {
        CoordinatorApi.SignedRegistry newest = new CoordinatorApi.SignedRegistry(registries.newestStatement());
        reply.cacheable(REGISTRY_MAX_AGE);
        return newest;
    }

    /** The network file, to compare with the one that the reader trusts. */
    @Funq("v1/network")
    public AuditApi.NetworkFile network() {
        reply.cacheable(NETWORK_MAX_AGE);
        return new AuditApi.NetworkFile(new String(network.toJson(), StandardCharsets.UTF_8));
    }

    private long from() {
        return query.integer("from", 0, MAX_POSITION).orElse(0);
    }
}
