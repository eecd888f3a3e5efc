package dev.mayfly.node.erasure;

import dev.mayfly.domain.wire.RequestId;
import dev.mayfly.node.share.EraseExpired;
import dev.mayfly.role.log.LoggedRequest;
import io.quarkus.funqy.Funq;
import java.security.SecureRandom;
import org.jboss.logging.Logger;

/** A run for each call of the scheduler. What it is called with is not read: the node's clock says what has expired. */
public class EraseFunction {
    private static final Logger LOG = Logger.getLogger(EraseFunction.class);

    private final EraseExpired eraseExpired;
    private final SecureRandom random;

    EraseFunction(EraseExpired eraseExpired, SecureRandom random) {
        this.eraseExpired = eraseExpired;
        this.random = random;
    }

    /**
     * One run.
     *
     * @throws IllegalStateException when something of it failed, so that the call counts as failed too; the next one tries
     *     again what is still there
     */
    @Funq("erase")
    public void erase() {
        EraseExpired.Run run = LoggedRequest.during(RequestId.random(random), this::logged);
        if (run.failures() > 0) {
            throw new IllegalStateException(run.failures() + " attempts to erase failed; the log has why");
        }
    }

    private EraseExpired.Run logged() {
        EraseExpired.Run run = eraseExpired.run();
        LOG.infof("keys %d shares %d failed %d", run.epochKeys(), run.shares(), run.failures());
        return run;
    }
}
