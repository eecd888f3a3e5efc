package dev.mayfly.local.crash;

import dev.mayfly.local.network.LocalNetwork;
import dev.mayfly.local.network.LocalNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Kills processes as {@code kill -9} does, whenever it likes, and starts them again. */
final class Killer {
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(800);
    private static final int MOST_NODES = 3;

    private final LocalNetwork network;
    private final Random random;
    private final List<LocalNode> deadNodes = new ArrayList<>();
    private boolean coordinatorDead;
    private boolean sweepDead;
    private int rounds;

    Killer(LocalNetwork network, Random random) {
        this.network = network;
        this.random = random;
    }

    /** Waits, kills the coordinator, the sweep, some nodes, or all of that, waits, and starts them again. */
    void round() {
        pause();
        int victims = 1 + random.nextInt(7);
        if ((victims & 1) != 0) {
            network.killCoordinator();
            coordinatorDead = true;
        }
        if ((victims & 2) != 0) {
            network.killSweep();
            sweepDead = true;
        }
        if ((victims & 4) != 0) {
            killNodes();
        }
        pause();
        restartAll();
        rounds++;
    }

    void restartAll() {
        network.restart(deadNodes);
        deadNodes.clear();
        if (coordinatorDead) {
            network.restartCoordinator();
            coordinatorDead = false;
        }
        if (sweepDead) {
            network.restartSweep();
            sweepDead = false;
        }
    }

    int rounds() {
        return rounds;
    }

    private void killNodes() {
        List<LocalNode> nodes = new ArrayList<>(network.nodes());
        Collections.shuffle(nodes, random);
        nodes.stream().limit(1 + random.nextInt(MOST_NODES)).forEach(node -> {
            node.kill();
            deadNodes.add(node);
        });
    }

    private void pause() {
        LockSupport.parkNanos((long) (random.nextDouble() * LONGEST_PAUSE.toNanos()));
    }
}
