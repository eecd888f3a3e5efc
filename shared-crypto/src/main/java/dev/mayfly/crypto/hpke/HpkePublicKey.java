package dev.mayfly.crypto.hpke;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.Point;
import dev.mayfly.crypto.internal.Thumbprint;

/** pkR, the public key that messages are sealed to: a point of P-256, compared by value. */
public final class HpkePublicKey {

    private final Point point;

    HpkePublicKey(Point point) {
        this.point = point;
    }

    /**
     * Reads a compressed point, 33 bytes.
     *
     * @throws RejectedException when it is not one, or is infinity
     */
    public static HpkePublicKey parse(Bytes compressed) throws RejectedException {
        return new HpkePublicKey(Point.decode(compressed));
    }

    /** The compressed point, 33 bytes. */
    public Bytes bytes() {
        return point.compressed();
    }

    /** The RFC 7638 thumbprint of the key as a JWK, SHA-256, 32 bytes. */
    public Bytes thumbprint() {
        return Thumbprint.of(point);
    }

    Point point() {
        return point;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HpkePublicKey that && point.equals(that.point);
    }

    @Override
    public int hashCode() {
        return point.hashCode();
    }

    @Override
    public String toString() {
        return "HpkePublicKey[" + bytes() + "]";
    }
}
