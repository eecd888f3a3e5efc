package dev.mayfly.dynamo.quota;

import static dev.mayfly.dynamo.schema.KeyAttribute.COUNTER;
import static dev.mayfly.dynamo.schema.KeyAttribute.KEY_INDEX;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.quota.Quotas;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamo.table.Attributes;
import dev.mayfly.dynamo.table.Condition;
import dev.mayfly.dynamo.table.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The counters of every user. */
public final class QuotaTable {
    /** What was counted so far. */
    static final String AMOUNT = "amount";

    private static final long HOUR = 3600;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final String CONTAINERS = "containers";
    private static final String BYTES = "bytes";

    private final Table table;
    private final Quotas quotas;

    /** The quotas of a coordinator's users. */
    public QuotaTable(DynamoDbClient client, Tables tables, Quotas quotas) {
        this.table = new Table(client, tables, TableSchema.QUOTAS);
        this.quotas = quotas;
    }

    /** What it takes to open a container that is kept until {@code keptUntil}. */
    public List<Claim> opening(Bytes opener, Bytes peer, long keptUntil, long now) {
        long hour = now / HOUR;
        return List.of(
                hourly(opener, "opens/" + hour, quotas.opensPerHour(), "containers were opened in this hour.", now),
                hourly(
                        opener,
                        "nonces/" + hour + "/" + peer.toBase64Url(),
                        quotas.freshNonces(),
                        "containers were opened with this peer in this hour.",
                        now),
                new Claim(
                        opener,
                        CONTAINERS,
                        1,
                        quotas.openContainers(),
                        keptUntil,
                        exceeded(quotas.openContainers() + " containers are open.", A_MINUTE)));
    }

    /** What it takes to leave a sealed message of so many bytes in a mailbox, in a container that is kept until then. */
    public Claim message(Bytes receiver, long bytes, long keptUntil) {
        return new Claim(
                receiver,
                BYTES,
                bytes,
                quotas.waitingBytes(),
                keptUntil,
                Refusal.retryable(
                        ErrorCode.MAILBOX_FULL, "There is room again when other messages were read or end.", A_MINUTE));
    }

    /** The counters of these claims as they stand. */
    public List<Counter> read(List<Claim> claims) {
        return claims.stream().map(this::read).toList();
    }

    /** The refusal of the first claim for which there is no room. */
    public static Optional<Refusal> whyFull(List<Counter> counters) {
        return counters.stream()
                .filter(counter -> !counter.hasRoom())
                .findFirst()
                .map(counter -> counter.claim().whenFull());
    }

    /** Part of a transaction: takes what is claimed, on condition that there is room and nobody needs the counter longer. */
    public TransactWriteItem taking(Counter counter) {
        Claim claim = counter.claim();
        Attributes values = Attributes.none()
                .put(":amount", claim.amount())
                .put(":room", claim.room())
                .put(":until", counter.extended());
        String room = "attribute_not_exists(%1$s) OR (%1$s <= :room AND #ttl <= :until)".formatted(AMOUNT);
        String update = "ADD %s :amount SET #ttl = :until".formatted(AMOUNT);
        return table.updating(new Condition(room, values), key(claim.user(), claim.counter()), update);
    }

    /** Part of a transaction: gives back what an opened container took, when its end is recorded. */
    public TransactWriteItem freeingContainer(Bytes opener, long keptUntil) {
        return freeing(opener, CONTAINERS, 1, keptUntil);
    }

    /** Part of a transaction: gives back what a message took. */
    public TransactWriteItem freeingMessage(Bytes receiver, long bytes, long keptUntil) {
        return freeing(receiver, BYTES, bytes, keptUntil);
    }

    private Counter read(Claim claim) {
        return table.read(key(claim.user(), claim.counter()))
                .map(item -> new Counter(claim, item.integer(AMOUNT), item.integer(TableSchema.TTL)))
                .orElseGet(() -> new Counter(claim, 0, 0));
    }

    private TransactWriteItem freeing(Bytes user, String counter, long amount, long keptUntil) {
        Attributes values = Attributes.none().put(":less", -amount).put(":until", keptUntil);
        String update = "ADD %s :less SET #ttl = if_not_exists(#ttl, :until)".formatted(AMOUNT);
        return table.updating(values, key(user, counter), update);
    }

    /** An hour's counter is forgotten an hour after it, for the sake of processes whose clocks are behind. */
    private static Claim hourly(Bytes user, String counter, int limit, String what, long now) {
        long nextHour = (now / HOUR + 1) * HOUR;
        Refusal full = exceeded(limit + " " + what, Duration.ofSeconds(nextHour - now));
        return new Claim(user, counter, 1, limit, nextHour + HOUR, full);
    }

    private static Refusal exceeded(String detail, Duration retryAfter) {
        return Refusal.retryable(ErrorCode.QUOTA_EXCEEDED, detail, retryAfter);
    }

    private static Attributes key(Bytes user, String counter) {
        return Attributes.none().put(KEY_INDEX, user).put(COUNTER, counter);
    }
}
