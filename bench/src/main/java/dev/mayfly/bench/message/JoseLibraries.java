package dev.mayfly.bench.message;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.text.ParseException;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/** Compact JWEs with {@code dir} and {@code A256GCM}, as Mayfly's, by the general libraries. */
final class JoseLibraries {

    private JoseLibraries() {}

    /** jose4j. */
    static Peer jose4j(byte[] key, byte[] plaintext) {
        Key aes = new SecretKeySpec(key, "AES");
        return new Peer() {
            @Override
            public Object seal() throws GeneralSecurityException {
                JsonWebEncryption jwe = new JsonWebEncryption();
                jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
                jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
                jwe.setKey(aes);
                jwe.setPlaintext(plaintext);
                return attempt(jwe::getCompactSerialization);
            }

            @Override
            public void open(Object sealed, Consumer<byte[]> reader) throws GeneralSecurityException {
                JsonWebEncryption jwe = new JsonWebEncryption();
                jwe.setKey(aes);
                reader.accept(attempt(() -> {
                    jwe.setCompactSerialization((String) sealed);
                    return jwe.getPlaintextBytes();
                }));
            }
        };
    }

    /** nimbus-jose-jwt. */
    static Peer nimbus(byte[] key, byte[] plaintext) {
        return new Peer() {
            @Override
            public Object seal() throws GeneralSecurityException {
                return attempt(() -> {
                    JWEObject jwe = new JWEObject(
                            new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(plaintext));
                    jwe.encrypt(new DirectEncrypter(key));
                    return jwe.serialize();
                });
            }

            @Override
            public void open(Object sealed, Consumer<byte[]> reader) throws GeneralSecurityException {
                reader.accept(attempt(() -> {
                    JWEObject jwe = JWEObject.parse((String) sealed);
                    jwe.decrypt(new DirectDecrypter(key));
                    return jwe.getPayload().toBytes();
                }));
            }
        };
    }

    private interface Attempt<T> {
        T run() throws JoseException, JOSEException, ParseException;
    }

    private static <T> T attempt(Attempt<T> attempt) throws GeneralSecurityException {
        try {
            return attempt.run();
        } catch (JoseException | JOSEException | ParseException refused) {
            throw new GeneralSecurityException(refused);
        }
    }
}
