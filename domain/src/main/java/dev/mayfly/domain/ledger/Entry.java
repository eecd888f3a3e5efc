package dev.mayfly.domain.ledger;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Decoder;
import dev.mayfly.crypto.encoding.Encoder;

/**
 * One entry of the chain. Its canonical bytes are what is stored and hashed, as they stand.
 *
 * @param lane which chain; there is one, 0
 * @param seq position in the lane, from 0
 * @param prev SHA-256 of the entry before; for position 0, {@link #genesis}
 * @param time seconds since the epoch, by the writer's clock
 * @param subject the container id, the key index, or empty for what concerns the network
 * @param body what happened
 */
public record Entry(int lane, long seq, Bytes prev, long time, Bytes subject, EntryBody body) {
    /** The lane that every entry stands in. */
    public static final int LANE = 0;

    private static final String LABEL = "mayfly/v1/entry";

    /** {@code SHA-256(encode("mayfly/v1/genesis", network, lane))}: what the first entry of a lane follows. */
    public static Bytes genesis(String network, int lane) {
        return Encoder.of("mayfly/v1/genesis").text(network).integer(lane).sha256();
    }

    /** The entry that follows {@code prev} at {@code seq} and records {@code body} at {@code time}. */
    public static Entry following(Bytes prev, long seq, long time, EntryBody body) {
        return new Entry(LANE, seq, prev, time, body.subject(), body);
    }

    /** {@code encode("mayfly/v1/entry", lane, seq, prev, time, type, subject, body)}. */
    public Bytes encoded() {
        return Encoder.of(LABEL)
                .integer(lane)
                .integer(seq)
                .bytes(prev)
                .integer(time)
                .text(body.type())
                .bytes(subject)
                .bytes(body.encoded())
                .toBytes();
    }

    /** SHA-256 of {@link #encoded()}: the {@code prev} of the entry that follows. */
    public Bytes digest() {
        return encoded().sha256();
    }

    /** The entry whose {@link #encoded()} this is. */
    public static Entry decode(Bytes encoded) throws RejectedException {
        Decoder in = Decoder.of(LABEL, encoded);
        long lane = in.integer();
        long seq = in.integer();
        Bytes prev = in.bytes(32);
        long time = in.integer();
        String type = in.text();
        Bytes subject = in.bytes();
        EntryBody body = EntryBody.decode(type, in.bytes());
        in.end();
        if (lane != LANE) {
            throw new RejectedException("lane", "there is one lane, 0");
        }
        if (!body.subject().equals(subject)) {
            throw new RejectedException("subject", "the body is about something else");
        }
        return new Entry((int) lane, seq, prev, time, subject, body);
    }
}
