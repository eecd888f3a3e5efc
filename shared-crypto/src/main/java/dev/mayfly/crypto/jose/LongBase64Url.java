package dev.mayfly.crypto.jose;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Base64url (RFC 4648 section 5, canonical, no padding) of what is as long as a message, by the platform's converter in
 * pieces of a few KiB.
 *
 * <p>The platform converts with vector instructions, but only where its converter's caller has been compiled to its best,
 * after some thousand calls; until then it is forty times slower. With a call for each piece that comes after some fifty
 * messages. And fresh memory of a message's size costs more than the conversion itself, so that bytes and their text may
 * share one array here. {@link Bytes} is for everything short.
 */
final class LongBase64Url {

    private static final int PIECE_BYTES = 3 * 1024;
    private static final int PIECE_CHARS = 4 * 1024;

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private LongBase64Url() {}

    /** How many characters so many bytes become. */
    static int chars(int bytes) {
        return Math.toIntExact((bytes * 4L + 2) / 3);
    }

    /**
     * Writes all that remains of {@code source} to {@code target}, in ASCII. Both may lie in one array, if the last byte of
     * the source has its place behind the last character: the text grows towards it, and reaches only what has been read.
     */
    static void encode(ByteBuffer source, ByteBuffer target) {
        if (source.remaining() >= PIECE_BYTES) {
            encodePieces(source, target);
        }
        target.put(ENCODER.encode(source));
    }

    private static void encodePieces(ByteBuffer source, ByteBuffer target) {
        byte[] piece = new byte[PIECE_BYTES];
        byte[] text = new byte[PIECE_CHARS];
        while (source.remaining() >= PIECE_BYTES) {
            source.get(piece);
            ENCODER.encode(piece, text);
            target.put(text);
        }
    }

    /**
     * Writes the bytes that all that remains of {@code source} stands for to {@code target}. Both may lie in one array, if
     * the target begins no later than the source.
     *
     * @throws RejectedException when it is not canonical base64url
     */
    static void decode(ByteBuffer source, ByteBuffer target) throws RejectedException {
        if (source.remaining() >= PIECE_CHARS) {
            decodePieces(source, target);
        }
        byte[] rest = new byte[source.remaining()];
        source.get(rest);
        target.put(Bytes.fromBase64Url(new String(rest, StandardCharsets.ISO_8859_1))
                .toByteArray());
    }

    private static void decodePieces(ByteBuffer source, ByteBuffer target) throws RejectedException {
        byte[] text = new byte[PIECE_CHARS];
        byte[] piece = new byte[PIECE_BYTES];
        try {
            while (source.remaining() >= PIECE_CHARS) {
                source.get(text);
                // A whole piece has no bits left over; it only stands for fewer bytes when it ends in padding.
                if (DECODER.decode(text, piece) != PIECE_BYTES) {
                    throw new RejectedException("not canonical base64url");
                }
                target.put(piece);
            }
        } catch (IllegalArgumentException malformed) {
            throw new RejectedException("not base64url");
        }
    }
}
