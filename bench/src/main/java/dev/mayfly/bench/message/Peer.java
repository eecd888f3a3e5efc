package dev.mayfly.bench.message;

import java.security.GeneralSecurityException;
import java.util.function.Consumer;

/** Something that seals one message, which it has in the form it takes, and opens it again, under keys of its own. */
interface Peer {

    /** What the receiver gets. */
    Object seal() throws GeneralSecurityException;

    /** Gives the plaintext to {@code reader}, which does not keep it. */
    void open(Object sealed, Consumer<byte[]> reader) throws GeneralSecurityException;
}
