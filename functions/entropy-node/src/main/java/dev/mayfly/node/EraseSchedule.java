package dev.mayfly.node;

import dev.mayfly.domain.wire.RequestId;
import dev.mayfly.node.share.EraseExpired;
import dev.mayfly.role.log.LoggedRequest;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Runs {@link EraseExpired} by this node's own clock: nobody has to tell a node that a container is over. */
@Singleton
class EraseSchedule {
    private final EraseExpired eraseExpired;
    private final SecureRandom random;

    EraseSchedule(EraseExpired eraseExpired, SecureRandom random) {
        this.eraseExpired = eraseExpired;
        this.random = random;
    }

    @Scheduled(every = "${mayfly.node.sweep-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        LoggedRequest.during(RequestId.random(random), eraseExpired::run);
    }
}
