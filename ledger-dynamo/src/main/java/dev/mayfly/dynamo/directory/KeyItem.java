package dev.mayfly.dynamo.directory;

import static dev.mayfly.dynamo.schema.KeyAttribute.KEY_INDEX;
import static dev.mayfly.dynamo.schema.KeyAttribute.VERSION;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.directory.Registration;
import dev.mayfly.domain.directory.ResetRequest;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.dynamo.table.Attributes;

/** A user's versions from 1 on, and at 0, which is no version, the reset that was asked for last. */
final class KeyItem {
    /** Where the reset is kept. */
    static final long RESET = 0;

    /** The place that the reset asks for. */
    static final String RESET_VERSION = "resetVersion";
    /** Digest of the reset's entry, 32 bytes. */
    static final String RESET_DIGEST = "resetDigest";
    /** Commitment to the reset's keys, 32 bytes. */
    static final String RESET_COMMITMENT = "resetCommitment";
    /** When the reset is due, seconds since the epoch. */
    static final String EFFECTIVE_AT = "effectiveAt";
    /** Whether the holder of the keys in force said no. */
    static final String CANCELLED = "cancelled";

    private static final String SIGNING = "signing";
    private static final String ENCRYPTION = "encryption";
    private static final String SALT = "salt";
    private static final String ENTRY_TYPE = "entryType";
    private static final String ENTRY = "entryBody";
    private static final String SUCCESSION = "succession";

    private KeyItem() {}

    static Attributes key(Bytes index, long version) {
        return Attributes.none().put(KEY_INDEX, index).put(VERSION, version);
    }

    static boolean isReset(Attributes item) {
        return item.integer(VERSION) == RESET;
    }

    static Attributes of(Registration registration) {
        KeyEntry.Version entry = registration.entry();
        Attributes item = key(entry.index(), entry.version());
        putKeys(item, registration.keys(), registration.salt(), entry);
        registration.succession().ifPresent(statement -> item.put(SUCCESSION, statement));
        return item;
    }

    static Attributes of(ResetRequest reset) {
        KeyEntry.KeysResetRequested entry = reset.entry();
        Attributes item = key(entry.index(), RESET)
                .put(RESET_VERSION, entry.version())
                .put(RESET_DIGEST, entry.digest())
                .put(RESET_COMMITMENT, entry.commitment())
                .put(EFFECTIVE_AT, entry.effectiveAt())
                .put(CANCELLED, reset.cancelled());
        putKeys(item, reset.keys(), reset.salt(), entry);
        return item;
    }

    static Registration registration(Attributes item) {
        try {
            return new Registration(
                    keys(item), item.bytes(SALT), (KeyEntry.Version) entry(item), item.textIfPresent(SUCCESSION));
        } catch (RejectedException broken) {
            throw unreadable(broken);
        }
    }

    static ResetRequest reset(Attributes item) {
        try {
            return new ResetRequest(
                    keys(item), item.bytes(SALT), (KeyEntry.KeysResetRequested) entry(item), item.flag(CANCELLED));
        } catch (RejectedException broken) {
            throw unreadable(broken);
        }
    }

    private static void putKeys(Attributes item, PublicKeys keys, Bytes salt, EntryBody entry) {
        item.put(SIGNING, keys.signing().bytes())
                .put(ENCRYPTION, keys.encryption().bytes())
                .put(SALT, salt)
                .put(ENTRY_TYPE, entry.type())
                .put(ENTRY, entry.encoded());
    }

    private static PublicKeys keys(Attributes item) throws RejectedException {
        return PublicKeys.parse(item.bytes(SIGNING), item.bytes(ENCRYPTION));
    }

    private static EntryBody entry(Attributes item) throws RejectedException {
        return EntryBody.decode(item.text(ENTRY_TYPE), item.bytes(ENTRY));
    }

    private static IllegalStateException unreadable(RejectedException broken) {
        return new IllegalStateException("a user's stored keys cannot be read", broken);
    }
}
