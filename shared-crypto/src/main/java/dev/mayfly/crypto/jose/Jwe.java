package dev.mayfly.crypto.jose;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.AesGcm;
import dev.mayfly.crypto.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/**
 * A sealed message: a compact JWE (RFC 7516) with {@code alg} dir and {@code enc} A256GCM, under a key that the parties
 * derived, bound to its container and to a commitment to that key.
 *
 * <p>The header is exactly
 * {@code {"alg":"dir","enc":"A256GCM","typ":"mayfly+jwe","cid":"…","kc":"…","crit":["cid","kc"]}}.
 *
 * <p>AES-GCM does not commit to its key: one ciphertext can be made that opens under two keys. So the caller first
 * compares {@link #keyCommitment} with the commitment derived together with the key, in constant time ({@link Bytes}
 * compares so), and {@link #containerId} with the container at hand, and only then calls {@link #open}.
 */
public final class Jwe {

    /** The longest plaintext: 256 KiB of message and the frame around it. */
    public static final int MAX_PLAINTEXT = 256 * 1024 + 1024;

    /** The longest compact text that is looked at, in characters. */
    public static final int MAX_COMPACT = 384 * 1024;

    private static final int COMMITMENT_SIZE = 32;
    private static final int TAG_CHARS = LongBase64Url.chars(AesGcm.TAG_SIZE);

    private static final HeaderTemplate HEADER = new HeaderTemplate(
            "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"typ\":\"mayfly+jwe\",\"cid\":\"",
            "\",\"kc\":\"",
            "\",\"crit\":[\"cid\",\"kc\"]}");

    private final String compact;
    private final List<Bytes> header;
    private final Bytes nonce;
    /** Ciphertext and tag, up to the position. */
    private final ByteBuffer sealed;

    private Jwe(String compact, List<Bytes> header, Bytes nonce, ByteBuffer sealed) {
        this.compact = compact;
        this.header = header;
        this.nonce = nonce;
        this.sealed = sealed;
    }

    /**
     * Seals a plaintext under a random nonce.
     *
     * @param dek the data encryption key, 32 bytes
     * @param containerId 32 bytes
     * @param keyCommitment 32 bytes, derived together with {@code dek}
     * @param head what the plaintext begins with
     * @param rest what it goes on with; both together at most {@link #MAX_PLAINTEXT} bytes
     * @return the compact serialisation
     */
    public static String seal(
            SecretBytes dek,
            Bytes containerId,
            Bytes keyCommitment,
            Bytes head,
            SecretBytes rest,
            SecureRandom random) {
        if (containerId.size() != COMMITMENT_SIZE || keyCommitment.size() != COMMITMENT_SIZE) {
            throw new IllegalArgumentException("container id and key commitment have 32 bytes");
        }
        int size = Math.addExact(head.size(), rest.size());
        if (size > MAX_PLAINTEXT) {
            throw new IllegalArgumentException("a plaintext has at most " + MAX_PLAINTEXT + " bytes");
        }
        String header = HEADER.fill(containerId, keyCommitment);
        Bytes nonce = Bytes.random(random, AesGcm.NONCE_SIZE);
        // dir has no encrypted key: the second part is empty (RFC 7518 section 4.5).
        Bytes before = Statement.ascii(header + ".." + nonce.toBase64Url() + ".");
        byte[] text = new byte[before.size() + LongBase64Url.chars(size) + 1 + TAG_CHARS];
        // First at the end of the array, from where it is read while the text is written.
        int from = text.length - AesGcm.TAG_SIZE - size;
        AesGcm.seal(dek, nonce, Statement.ascii(header), head, rest, text, from);
        Bytes tag = Bytes.of(Arrays.copyOfRange(text, from + size, text.length));
        ByteBuffer out = ByteBuffer.wrap(text).put(before.toByteArray());
        LongBase64Url.encode(ByteBuffer.wrap(text, from, size), out);
        out.put(Statement.ascii("." + tag.toBase64Url()).toByteArray());
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /**
     * Reads a compact JWE of this one form; nothing is decrypted yet.
     *
     * @throws RejectedException on another header, size or spelling
     */
    public static Jwe parse(String compact) throws RejectedException {
        Compact parts = Compact.split(compact, 5, MAX_COMPACT);
        List<Bytes> header = HEADER.read(parts.part(0));
        if (parts.length(1) != 0) {
            throw new RejectedException("encrypted_key", "must be empty");
        }
        Bytes nonce = parts.decode(2, "iv").requireSize(AesGcm.NONCE_SIZE, "iv");
        Bytes tag = parts.decode(4, "tag").requireSize(AesGcm.TAG_SIZE, "tag");
        ByteBuffer sealed = parts.decodeLong(3, "ciphertext");
        if (sealed.position() > MAX_PLAINTEXT) {
            throw new RejectedException("ciphertext", "is too long");
        }
        return new Jwe(compact, header, nonce, sealed.put(tag.toByteArray()));
    }

    /** The container that the message says it belongs to, 32 bytes. */
    public Bytes containerId() {
        return header.get(0);
    }

    /** The commitment to the key that the message says it is sealed under, 32 bytes. */
    public Bytes keyCommitment() {
        return header.get(1);
    }

    /** The compact serialisation as it was read. */
    public String compact() {
        return compact;
    }

    /** SHA-256 of the compact serialisation, ASCII, 32 bytes. */
    public Bytes digest() {
        return Statement.ascii(compact).sha256();
    }

    /**
     * The plaintext, which the caller closes. Compare {@link #containerId} and {@link #keyCommitment} beforehand.
     *
     * @throws RejectedException when the message was not sealed under {@code dek}, or was altered
     */
    public SecretBytes open(SecretBytes dek) throws RejectedException {
        String header = compact.substring(0, compact.indexOf('.'));
        return AesGcm.open(dek, nonce, Statement.ascii(header), sealed.array(), sealed.position());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Jwe that && compact.equals(that.compact);
    }

    @Override
    public int hashCode() {
        return compact.hashCode();
    }

    @Override
    public String toString() {
        return "Jwe[" + digest() + "]";
    }
}
