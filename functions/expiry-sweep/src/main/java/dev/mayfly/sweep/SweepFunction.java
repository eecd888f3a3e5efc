package dev.mayfly.sweep;

import io.quarkus.funqy.Funq;

/** On Lambda: a run for each call of the scheduler. What it is called with is not read: the tables say what is due. */
public class SweepFunction {
    private final SweepRun run;

    SweepFunction(SweepRun run) {
        this.run = run;
    }

    /**
     * One run.
     *
     * @throws IllegalStateException when something of it failed, so that the call counts as failed too; the next one tries
     *     again what is still due
     */
    @Funq("sweep")
    public void sweep() {
        SweepDue.Run done = run.run();
        if (done.failures() > 0) {
            throw new IllegalStateException(done.failures() + " containers could not be swept; the log has why");
        }
    }
}
