package dev.mayfly.node;

import dev.mayfly.node.share.EraseExpired;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Runs {@link EraseExpired} by this node's own clock: nobody has to tell a node that a container is over. */
@Singleton
class EraseSchedule {
    private final EraseExpired eraseExpired;

    EraseSchedule(EraseExpired eraseExpired) {
        this.eraseExpired = eraseExpired;
    }

    @Scheduled(every = "${mayfly.node.sweep-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        eraseExpired.run();
    }
}
