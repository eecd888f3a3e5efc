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
    private final long keptSeconds;

    /**
     * The quotas of a coordinator's users.
     *
     * @param retention how long a container stays known after its life
     */
    public QuotaTable(DynamoDbClient client, Tables tables, Quotas quotas, Duration retention) {
        this.table = new Table(client, tables, TableSchema.QUOTAS);
        this.quotas = quotas;
        // Whatever was counted has ended by then, and whoever could record its end has forgotten it.
        this.keptSeconds = quotas.longestLife().plus(retention).toSeconds() + HOUR;
    }

    /** What it takes to open a container. */
    public List<Claim> opening(Bytes opener, Bytes peer, long now) {
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
                        now + keptSeconds,
                        exceeded(quotas.openContainers() + " containers are open.", A_MINUTE)));
    }

    /** What it takes to leave a sealed message of so many bytes in a mailbox. */
    public Claim message(Bytes receiver, long bytes, long now) {
        return new Claim(
                receiver,
                BYTES,
                bytes,
                quotas.waitingBytes(),
                now + keptSeconds,
                Refusal.retryable(
                        ErrorCode.MAILBOX_FULL, "There is room again when other messages were read or end.", A_MINUTE));
    }

    /** Part of a transaction: takes what is claimed, on condition that there is room. */
    public TransactWriteItem taking(Claim claim) {
        Attributes values = Attributes.none()
                .put(":amount", claim.amount())
                .put(":room", claim.room())
                .put(":until", claim.until());
        Condition room = new Condition("attribute_not_exists(%1$s) OR %1$s <= :room".formatted(AMOUNT), values);
        String update = "ADD %s :amount SET #ttl = :until".formatted(AMOUNT);
        return table.updating(room, key(claim.user(), claim.counter()), update);
    }

    /** Part of a transaction: gives back what an opened container took, when its end is recorded. */
    public TransactWriteItem freeingContainer(Bytes opener, long now) {
        return freeing(opener, CONTAINERS, 1, now);
    }

    /** Part of a transaction: gives back what a message took. */
    public TransactWriteItem freeingMessage(Bytes receiver, long bytes, long now) {
        return freeing(receiver, BYTES, bytes, now);
    }

    /** The refusal of the first claim that there is no room for now. */
    public Optional<Refusal> whyFull(List<Claim> claims) {
        return claims.stream()
                .filter(claim -> used(claim) > claim.room())
                .findFirst()
                .map(Claim::whenFull);
    }

    private long used(Claim claim) {
        return table.read(key(claim.user(), claim.counter()))
                .map(item -> item.integer(AMOUNT))
                .orElse(0L);
    }

    private TransactWriteItem freeing(Bytes user, String counter, long amount, long now) {
        Attributes values = Attributes.none().put(":less", -amount).put(":until", now + keptSeconds);
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
