package dev.mayfly.domain.ledger;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.encoding.Encoder;
import java.util.Optional;

/**
 * What an entry records about somebody's keys, under an index that only the coordinator can tell, with a proof for who asks.
 * An audit knows in which order they may come.
 */
public sealed interface KeyEntry extends EntryBody {
    /** What a first version follows: 32 zero bytes. */
    Bytes NO_PREDECESSOR = Bytes.of(new byte[32]);

    /** Whose keys: a VRF output, 32 bytes. */
    Bytes index();

    @Override
    default Bytes subject() {
        return index();
    }

    /** SHA-256 of the body, 32 bytes: how later entries and statements name this one. */
    default Bytes digest() {
        return encoded().sha256();
    }

    /** A place in the sequence of a user's keys, taken or asked for. */
    sealed interface Place extends KeyEntry {
        /** 1 for the first keys, then one more each time. */
        long version();

        /** {@link #digest} of the version before; {@link #NO_PREDECESSOR} for the first. */
        Bytes predecessor();

        /** Hides the keys, 32 bytes. */
        Bytes commitment();

        /** Whether this is the place behind the newest version, or the first one when there is none. */
        default boolean follows(Optional<? extends Version> newest) {
            long next = newest.map(last -> last.version() + 1).orElse(1L);
            return version() == next
                    && predecessor().equals(newest.map(KeyEntry::digest).orElse(NO_PREDECESSOR))
                    && newest.map(KeyEntry::index).orElse(index()).equals(index());
        }
    }

    /** A version that is in force from its entry on, until the next one is. */
    sealed interface Version extends Place {}

    /** Somebody's keys were registered: the first ones, or new ones that the holder of the keys before agreed to. */
    record KeysRegistered(Bytes index, long version, Bytes predecessor, Bytes commitment) implements Version {
        static final String TYPE = "KEYS_REGISTERED";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Bytes encoded() {
            return ofPlace(this).toBytes();
        }
    }

    /**
     * Somebody without the keys in force asked for others in their place.
     *
     * @param effectiveAt seconds since the epoch: {@link #DELAY_SECONDS} after the entry's time
     */
    record KeysResetRequested(Bytes index, long version, Bytes predecessor, Bytes commitment, long effectiveAt)
            implements Place {
        static final String TYPE = "KEYS_RESET_REQUESTED";

        /** How long the holder of the keys in force has to say no: a day. */
        public static final long DELAY_SECONDS = 86_400;

        /** Whether the delay is over. */
        public boolean isDueAt(long now) {
            return now >= effectiveAt;
        }

        /** The entry that puts these keys into force. */
        public KeysReset effect() {
            return new KeysReset(index, version, predecessor, commitment);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Bytes encoded() {
            return ofPlace(this).integer(effectiveAt).toBytes();
        }
    }

    /**
     * The holder of the keys in force said no to a reset.
     *
     * @param reset {@link #digest} of the request
     * @param cancelDigest digest of the {@code cancel-reset} statement
     */
    record KeysResetCancelled(Bytes index, Bytes reset, Bytes cancelDigest) implements KeyEntry {
        static final String TYPE = "KEYS_RESET_CANCELLED";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Bytes encoded() {
            return BodyEncoding.of(TYPE)
                    .bytes(index)
                    .bytes(reset)
                    .bytes(cancelDigest)
                    .toBytes();
        }
    }

    /** A reset that nobody cancelled came into force. */
    record KeysReset(Bytes index, long version, Bytes predecessor, Bytes commitment) implements Version {
        static final String TYPE = "KEYS_RESET";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Bytes encoded() {
            return ofPlace(this).toBytes();
        }
    }

    private static Encoder ofPlace(Place place) {
        return BodyEncoding.of(place.type())
                .bytes(place.index())
                .integer(place.version())
                .bytes(place.predecessor())
                .bytes(place.commitment());
    }
}
