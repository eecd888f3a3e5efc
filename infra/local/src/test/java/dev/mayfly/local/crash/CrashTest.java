package dev.mayfly.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.local.LocalInvariants;
import dev.mayfly.local.RunningNetwork;
import dev.mayfly.local.network.LocalNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Processes that are killed at random points while people write to each other. It goes on for {@code mayfly.crash.seconds}, 40
 * by default; {@code mayfly.crash.seed} makes the choices of a run again.
 */
@ExtendWith(RunningNetwork.class)
class CrashTest {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("mayfly.crash.seconds", 40));
    private static final long SEED = Long.getLong("mayfly.crash.seed", System.nanoTime());
    private static final int PAIRS = 3;

    private final LocalNetwork network;
    private final List<Traffic> traffic = new ArrayList<>();
    private final Killer killer;

    CrashTest(LocalNetwork network) throws Exception {
        this.network = network;
        this.killer = new Killer(network, new Random(SEED));
        for (int pair = 1; pair <= PAIRS; pair++) {
            traffic.add(new Traffic(network, new Random(SEED + pair)));
        }
    }

    @AfterEach
    void close() {
        traffic.forEach(Traffic::close);
    }

    @Test
    void network_keepsItsWordWhoeverIsKilled() throws Exception {
        traffic.forEach(Traffic::start);
        kill();
        for (Traffic pair : traffic) {
            pair.finish();
        }
        List<Told> told = traffic.stream().map(Traffic::told).toList();
        System.out.printf("crash: seed %d, %d rounds, %s%n", SEED, killer.rounds(), Told.sum(told));

        Set<Bytes> acknowledged = new HashSet<>();
        told.forEach(pair -> acknowledged.addAll(pair.sent()));
        assertThat(acknowledged).isNotEmpty();
        LocalInvariants invariants = LocalInvariants.of(network);
        invariants.hold(acknowledged);
        told.forEach(pair -> pair.requireRecorded(invariants.ledger()));
        for (Traffic pair : traffic) {
            pair.requireReadable();
        }
    }

    private void kill() {
        Instant end = Instant.now().plus(LENGTH);
        try {
            while (Instant.now().isBefore(end)) {
                killer.round();
            }
        } finally {
            killer.restartAll();
        }
    }
}
