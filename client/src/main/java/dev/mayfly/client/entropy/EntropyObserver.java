package dev.mayfly.client.entropy;

/**
 * Is told how close a party came to having too few nodes, for counting and never for deciding. It is never told who: no
 * container, user or node. Called by any thread, also while others wait, so it must be quick.
 */
public interface EntropyObserver {
    /** Counts nothing. */
    EntropyObserver NONE = new EntropyObserver() {
        @Override
        public void hedged(Cause cause) {}

        @Override
        public void activated(int margin) {}

        @Override
        public void released(int margin) {}
    };

    /** Why a node that stood by was asked. */
    enum Cause {
        /** Another one failed. */
        FAILED,
        /** Another one had not answered after a second. */
        SLOW
    }

    /** A node that stood by was asked for a contribution in place of another. */
    void hedged(Cause cause);

    /** A container became active; {@code margin} is how many of its holders may be lost before nobody can open it. */
    void activated(int margin);

    /** A secret was put together; {@code margin} is how many more of its holders could have failed. */
    void released(int margin);
}
