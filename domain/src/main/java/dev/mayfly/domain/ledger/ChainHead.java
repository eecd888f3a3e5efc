package dev.mayfly.domain.ledger;

import dev.mayfly.crypto.Bytes;

/**
 * How far a chain reaches: whoever kept one can tell later whether a chain still begins with the same entries.
 *
 * @param entries how many entries there are
 * @param digest of the last one, 32 bytes; of the genesis where there is none
 */
public record ChainHead(long entries, Bytes digest) {
    /** The head before the first entry. */
    public static ChainHead ofEmpty(String network) {
        return new ChainHead(0, Entry.genesis(network, Entry.LANE));
    }
}
