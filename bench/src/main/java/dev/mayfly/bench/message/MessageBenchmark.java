package dev.mayfly.bench.message;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One message sealed and opened again by each library, from plaintext to what is sent and back. */
@State(Scope.Thread)
public class MessageBenchmark {

    /** Bytes of plaintext. */
    @Param({"1024", "262144"})
    public int size;

    /** Who seals. */
    @Param({"floor", "mayfly", "encryption-sdk", "jose4j", "nimbus", "tink-hpke", "libsignal-hpke"})
    public String library;

    private Peer peer;
    private byte[] plaintext;
    private Object sealed;

    @Setup
    public void draw() throws GeneralSecurityException {
        SecureRandom random = new SecureRandom();
        byte[] key = new byte[32];
        random.nextBytes(key);
        plaintext = new byte[size];
        random.nextBytes(plaintext);
        peer = peer(key, random);
        sealed = seal();
        if (!Arrays.equals(open(), plaintext)) {
            throw new IllegalStateException("what was opened is not what was sealed");
        }
    }

    private Peer peer(byte[] key, SecureRandom random) throws GeneralSecurityException {
        return switch (library) {
            case "floor" -> new JcaFloor(key, random);
            case "mayfly" -> new Mayfly(key, random);
            case "encryption-sdk" -> new EncryptionSdk(key);
            case "jose4j" -> JoseLibraries.jose4j(key);
            case "nimbus" -> JoseLibraries.nimbus(key);
            case "tink-hpke" -> Hybrids.tink();
            case "libsignal-hpke" -> Hybrids.libsignal();
            default -> throw new IllegalArgumentException(library);
        };
    }

    @Benchmark
    public Object seal() throws GeneralSecurityException {
        return peer.seal(plaintext);
    }

    @Benchmark
    public byte[] open() throws GeneralSecurityException {
        return peer.open(sealed);
    }
}
