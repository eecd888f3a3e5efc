package dev.mayfly.bench.message;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

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
    private Object sealed;

    @Setup
    public void draw() throws GeneralSecurityException {
        SecureRandom random = new SecureRandom();
        byte[] key = new byte[32];
        random.nextBytes(key);
        byte[] plaintext = new byte[size];
        random.nextBytes(plaintext);
        peer = peer(key, plaintext, random);
        sealed = seal();
        peer.open(sealed, opened -> {
            if (!Arrays.equals(opened, plaintext)) {
                throw new IllegalStateException("what was opened is not what was sealed");
            }
        });
    }

    private Peer peer(byte[] key, byte[] plaintext, SecureRandom random) throws GeneralSecurityException {
        return switch (library) {
            case "floor" -> new JcaFloor(key, plaintext, random);
            case "mayfly" -> new Mayfly(key, plaintext, random);
            case "encryption-sdk" -> new EncryptionSdk(key, plaintext);
            case "jose4j" -> JoseLibraries.jose4j(key, plaintext);
            case "nimbus" -> JoseLibraries.nimbus(key, plaintext);
            case "tink-hpke" -> Hybrids.tink(plaintext);
            case "libsignal-hpke" -> Hybrids.libsignal(plaintext);
            default -> throw new IllegalArgumentException(library);
        };
    }

    @Benchmark
    public Object seal() throws GeneralSecurityException {
        return peer.seal();
    }

    @Benchmark
    public void open(Blackhole reader) throws GeneralSecurityException {
        peer.open(sealed, reader::consume);
    }
}
