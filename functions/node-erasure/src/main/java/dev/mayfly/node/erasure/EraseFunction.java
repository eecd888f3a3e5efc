package dev.mayfly.node.erasure;

import dev.mayfly.node.share.EraseExpired;
import io.quarkus.funqy.Funq;
import org.jboss.logging.Logger;

/** A run for each call of the scheduler. What it is called with is not read: the node's clock says what has expired. */
public class EraseFunction {
    private static final Logger LOG = Logger.getLogger(EraseFunction.class);

    private final EraseExpired eraseExpired;

    EraseFunction(EraseExpired eraseExpired) {
        this.eraseExpired = eraseExpired;
    }

    /**
     * One run.
     *
     * @throws IllegalStateException when something of it failed, so that the call counts as failed too; the next one tries
     *     again what is still there
     */
    @Funq("erase")
    public void erase() {
        EraseExpired.Run run = eraseExpired.run();
        LOG.infof("keys %d shares %d failed %d", run.epochKeys(), run.shares(), run.failures());
        if (run.failures() > 0) {
            throw new IllegalStateException(run.failures() + " attempts to erase failed; the log has why");
        }
    }
}
