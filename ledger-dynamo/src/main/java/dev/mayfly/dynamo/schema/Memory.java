package dev.mayfly.dynamo.schema;

/** What an operator must set up for a table beside its keys. */
public enum Memory {
    /** No backup, no stream, no point-in-time recovery: what is deleted must be gone. Time to live collects what is left. */
    FORGETS,
    /** Point-in-time recovery and deletion protection; nothing is ever deleted. */
    REMEMBERS
}
