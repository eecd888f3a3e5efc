package dev.mayfly.cli.vector;

/** A vector that does not have the form of its family: the file's fault, counted as a failure. */
public final class MalformedVectorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says which field, and what is wrong with it. */
    public MalformedVectorException(String message) {
        super(message);
    }
}
