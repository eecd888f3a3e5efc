package dev.mayfly.bench.message;

import java.security.GeneralSecurityException;

/** Something that seals and opens whole messages under keys of its own. */
interface Peer {

    /** What the receiver gets. */
    Object seal(byte[] plaintext) throws GeneralSecurityException;

    /** The plaintext again. */
    byte[] open(Object sealed) throws GeneralSecurityException;
}
