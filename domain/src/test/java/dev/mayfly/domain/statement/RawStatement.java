package dev.mayfly.domain.statement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;

/** A statement taken apart, whose claims a test may change and sign again with the JDK's own ECDSA. */
record RawStatement(String header, ObjectNode claims) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final BigInteger Q =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    static RawStatement of(String compact) throws IOException {
        String[] parts = compact.split("\\.");
        return new RawStatement(
                parts[0], (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(parts[1])));
    }

    /** Signed as the statement's rules ask, whatever the claims have become. */
    String signedBy(SigningPrivateKey key) throws GeneralSecurityException {
        String input = header + "." + BASE64.encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(jdkKey(key));
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + lowS(signature.sign()).toBase64Url();
    }

    /** The same claims under the old signature. */
    String withSignatureOf(String compact) {
        String payload = BASE64.encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8));
        return header + "." + payload + compact.substring(compact.lastIndexOf('.'));
    }

    private static PrivateKey jdkKey(SigningPrivateKey key) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        try (SecretBytes scalar = key.scalar()) {
            BigInteger d = new BigInteger(1, scalar.toByteArray());
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new ECPrivateKeySpec(d, curve.getParameterSpec(ECParameterSpec.class)));
        }
    }

    private static Bytes lowS(byte[] signature) {
        BigInteger s = new BigInteger(1, signature, 32, 32);
        BigInteger low = s.min(Q.subtract(s));
        byte[] padded = new byte[33];
        byte[] tail = low.toByteArray();
        System.arraycopy(tail, 0, padded, 33 - tail.length, tail.length);
        return Bytes.concat(Bytes.of(signature).slice(0, 32), Bytes.of(padded).slice(1, 33));
    }
}
