package dev.mayfly.crypto.interop;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.Point;

/** Points of P-256 in either form of SEC 1 section 2.3. */
final class Points {

    private Points() {}

    static Point decode(Bytes encoded) throws RejectedException {
        return encoded.size() == Point.COMPRESSED ? Point.decode(encoded) : Point.decodeUncompressed(encoded);
    }
}
