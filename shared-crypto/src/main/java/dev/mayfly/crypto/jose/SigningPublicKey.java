package dev.mayfly.crypto.jose;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.Ecdsa;
import dev.mayfly.crypto.internal.Point;
import dev.mayfly.crypto.internal.Thumbprint;

/** A public key that verifies ES256 signatures (RFC 7518 section 3.4), compared by value. */
public final class SigningPublicKey {

    private final Point point;

    SigningPublicKey(Point point) {
        this.point = point;
    }

    /**
     * Reads a compressed point of P-256, 33 bytes.
     *
     * @throws RejectedException when it is not one, or is infinity
     */
    public static SigningPublicKey parse(Bytes compressed) throws RejectedException {
        return new SigningPublicKey(Point.decode(compressed));
    }

    /** The key as JWK coordinates, 32 bytes each. */
    static SigningPublicKey ofCoordinates(Bytes x, Bytes y) throws RejectedException {
        Bytes uncompressed = Bytes.concat(Bytes.of(new byte[] {0x04}), x, y);
        return new SigningPublicKey(Point.decodeUncompressed(uncompressed));
    }

    /** The compressed point, 33 bytes. */
    public Bytes bytes() {
        return point.compressed();
    }

    /** The RFC 7638 thumbprint of the key as a JWK, SHA-256, 32 bytes. */
    public Bytes thumbprint() {
        return Thumbprint.of(point);
    }

    Bytes x() {
        return point.uncompressed().slice(1, 33);
    }

    Bytes y() {
        return point.uncompressed().slice(33, 65);
    }

    void verify(Bytes message, Bytes signature) throws RejectedException {
        Ecdsa.verify(point, message, signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningPublicKey that && point.equals(that.point);
    }

    @Override
    public int hashCode() {
        return point.hashCode();
    }

    @Override
    public String toString() {
        return "SigningPublicKey[" + bytes() + "]";
    }
}
