package dev.mayfly.crypto.jose;

import dev.mayfly.crypto.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * A statement whose signature, type and claims have been verified, or that was signed here.
 *
 * <p>Whether the signer may say this is the caller's question: compare {@link #signer}. Two statements are equal when
 * their compact texts are; the {@link #digest} is the same for any signature over the same text.
 */
public final class Statement<T> {

    private final T claims;
    private final SigningPublicKey signer;
    private final String compact;

    Statement(T claims, SigningPublicKey signer, String compact) {
        this.claims = claims;
        this.signer = signer;
        this.compact = compact;
    }

    /** What is stated. */
    public T claims() {
        return claims;
    }

    /** The key that signed it. */
    public SigningPublicKey signer() {
        return signer;
    }

    /** The JWS in compact serialisation (RFC 7515 section 7.1). */
    public String compact() {
        return compact;
    }

    /** SHA-256 of the ASCII signing input, header and payload: 32 bytes that no second signature can change. */
    public Bytes digest() {
        return ascii(compact.substring(0, compact.lastIndexOf('.'))).sha256();
    }

    /** The bytes of a text in ASCII, which Latin-1 begins with: the platform copies that, and would look for more in ASCII. */
    static Bytes ascii(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Statement<?> that && compact.equals(that.compact);
    }

    @Override
    public int hashCode() {
        return compact.hashCode();
    }

    @Override
    public String toString() {
        return "Statement[" + digest() + "]";
    }
}
