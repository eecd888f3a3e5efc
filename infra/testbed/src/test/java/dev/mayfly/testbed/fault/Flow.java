package dev.mayfly.testbed.fault;

/** Something that a user or a schedule does, and does again when it failed. */
interface Flow {
    /** Brings about what has to be there before; nothing fails meanwhile. */
    default void prepare() throws Exception {}

    /** Does it, or goes on with what an attempt before left, as its user would. */
    void attempt() throws Exception;

    /** Looks at what was done as those see it whom it concerns; nothing fails any more. */
    default void verify() throws Exception {}
}
