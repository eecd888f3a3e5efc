package dev.mayfly.cli.vector;

/** Gives the verdict on the vectors of one family. */
@FunctionalInterface
public interface Judge {
    /**
     * Judges one vector.
     *
     * @throws MalformedVectorException when it lacks a field, or a field is not of its type
     */
    Verdict judge(Vector vector);
}
