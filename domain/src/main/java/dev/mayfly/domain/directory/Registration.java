package dev.mayfly.domain.directory;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.ledger.KeyEntry;
import java.util.Optional;

/**
 * One version of a user's keys, as the coordinator keeps it.
 *
 * @param salt opens the commitment in {@code entry}, 64 bytes
 * @param entry the body that stands on the ledger
 * @param succession the {@link SuccessionStatement} of the version before; empty for first keys and for a reset
 */
public record Registration(PublicKeys keys, Bytes salt, KeyEntry.Version entry, Optional<String> succession) {}
