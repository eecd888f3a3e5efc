package dev.mayfly.local.fault;

import java.io.IOException;

/** How a proxy answers. Each request has a thread of its own, so that an answer may take for ever. */
@FunctionalInterface
public interface Behaviour {
    /** Passes everything on. */
    Behaviour HONEST = call -> call.reply(call.pass());

    /** Answers one call; the connection is cut when it throws or does not reply. */
    void answer(Call call) throws IOException;

    /** This for one of the node's functions, honesty for all others. */
    default Behaviour of(String function) {
        return call -> (call.function().equals(function) ? this : HONEST).answer(call);
    }
}
