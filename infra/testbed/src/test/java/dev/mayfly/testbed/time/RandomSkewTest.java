package dev.mayfly.testbed.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vss.Combiner;
import dev.mayfly.crypto.vss.Dealer;
import dev.mayfly.crypto.vss.Dealt;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import dev.mayfly.testbed.LocalDynamo;
import dev.mayfly.testbed.Plan;
import dev.mayfly.testbed.Testbed;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Many containers, two of three, each read once at a random time within a minute and a half of its end, while the clock of each
 * node is off by up to a minute. The reader is the strongest there is: it needs no coordinator, has no clock that stops it, and
 * guesses each node's clock right. Nodes keep shares in real tables and decide in their own use case.
 *
 * <p>System properties: {@code mayfly.skew.containers}, 10,000 by default, and {@code mayfly.skew.seed}, which repeats a run's times.
 */
@ExtendWith(LocalDynamo.class)
class RandomSkewTest {
    private static final int CONTAINERS = Integer.getInteger("mayfly.skew.containers", 10_000);
    private static final long SEED = Long.getLong("mayfly.skew.seed", new SecureRandom().nextLong());
    private static final int WORKERS = 4;
    private static final int EPOCH = 3600;
    private static final int SKEW = 60;
    private static final int AROUND = 90;
    private static final int MARGIN = SKEW + AROUND;
    private static final int K = 2;
    private static final List<Integer> RANKS = List.of(1, 2, 3);

    private final DynamoDbLocal engine;

    RandomSkewTest(DynamoDbLocal engine) {
        this.engine = engine;
    }

    /** How often something happened. */
    private record Tally(int opened, int refused) {
        Tally plus(Tally other) {
            return new Tally(opened + other.opened, refused + other.refused);
        }
    }

    @Test
    void container_opensOnlyWhileKClocksAreBeforeItsEndAndNeverAMinuteLater() {
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try {
            List<CompletableFuture<Tally>> working = IntStream.range(0, WORKERS)
                    .mapToObj(worker -> CompletableFuture.supplyAsync(() -> work(worker), threads))
                    .toList();
            Tally total = working.stream().map(CompletableFuture::join).reduce(new Tally(0, 0), Tally::plus);
            System.out.printf("mayfly.skew.seed=%d: %d of %d opened%n", SEED, total.opened, CONTAINERS);
            assertThat(total.opened + total.refused).isEqualTo(CONTAINERS);
            // A test in which nothing ever opens, or nothing is ever refused, would show nothing.
            assertThat(total.opened).isBetween(CONTAINERS / 4, CONTAINERS * 3 / 4);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Every so many-th container, on nodes of its own. */
    private Tally work(int worker) {
        try (Testbed testbed = Testbed.start(engine.endpoint(), Plan.SMALL);
                SigningPrivateKey accessKey = SigningPrivateKey.generate(new SecureRandom())) {
            List<SkewedNode> nodes =
                    RANKS.stream().map(rank -> new SkewedNode(testbed, rank)).toList();
            long epoch = (testbed.clocks().seconds() / EPOCH + 1) * EPOCH;
            nodes.forEach(node -> node.setClock(epoch));
            nodes.forEach(node -> node.beginEpoch(epoch + MARGIN));
            int opened = 0;
            int all = 0;
            for (int number = worker; number < CONTAINERS; number += WORKERS) {
                opened += opens(nodes, accessKey, new Random(SEED + number), epoch) ? 1 : 0;
                all++;
            }
            return new Tally(opened, all - opened);
        } catch (RejectedException lied) {
            throw new AssertionError(lied);
        }
    }

    private static boolean opens(List<SkewedNode> nodes, SigningPrivateKey accessKey, Random random, long epoch)
            throws RejectedException {
        // Ends and clocks stay within one epoch: that its key is deleted when it is over is another test's.
        long end = epoch + MARGIN + random.nextInt(EPOCH - 2 * MARGIN);
        try (Opening secret = Opening.random(new SecureRandom());
                Dealt dealt = Dealer.deal(secret, K, RANKS, new SecureRandom())) {
            SkewedNode.Container container = new SkewedNode.Container(
                    Bytes.random(new SecureRandom(), 32), end, accessKey, Bytes.random(new SecureRandom(), 32), dealt);
            nodes.forEach(node -> node.hold(container));

            long now = end + random.nextInt(2 * AROUND + 1) - AROUND;
            int left = 0;
            for (SkewedNode node : nodes) {
                long clock = now + random.nextInt(2 * SKEW + 1) - SKEW;
                node.setClock(clock);
                left += clock < end ? 1 : 0;
            }
            boolean opens = opens(nodes, container, secret);
            assertThat(opens)
                    .as("seed %d: %d s after the end, %d nodes left", SEED, now - end, left)
                    .isEqualTo(left >= K);
            assertThat(opens && now >= end + SKEW)
                    .as("seed %d: opened %d s after the end", SEED, now - end)
                    .isFalse();
            return opens;
        }
    }

    private static boolean opens(List<SkewedNode> nodes, SkewedNode.Container container, Opening secret)
            throws RejectedException {
        List<Share> shares = new ArrayList<>();
        for (SkewedNode node : nodes) {
            node.release(container).ifPresent(shares::add);
        }
        if (shares.size() < K) {
            return false;
        }
        try (SecretBytes entropy = Combiner.combine(shares, container.dealt().commitments());
                SecretBytes dealt = secret.s()) {
            return entropy.sameAs(dealt);
        }
    }
}
