package dev.mayfly.testbed.fault;

import java.util.function.Function;

/** Every flow. */
enum Play {
    REGISTER(KeyFlows.Register::new),
    ROTATE(KeyFlows.Rotate::new),
    RESET(KeyFlows.Reset::new),
    CANCEL(KeyFlows.Cancel::new),
    OPEN(SenderFlows.Open::new),
    ACTIVATE(SenderFlows.Activate::new),
    SEND(SenderFlows.Send::new),
    FILL(SenderFlows.Fill::new),
    RECEIVE(EndingFlows.Receive::new),
    RECEIPT(EndingFlows.Receipt::new),
    REVOKE(EndingFlows.Revoke::new),
    SWEEP(EndingFlows.Sweep::new),
    PASS_ON(EndingFlows.PassOn::new),
    ERASE_EXPIRED(EndingFlows.EraseExpired::new);

    private final Function<Stage, Flow> flow;

    Play(Function<Stage, Flow> flow) {
        this.flow = flow;
    }

    /** The flow, to be played once. */
    Flow on(Stage stage) {
        return flow.apply(stage);
    }
}
