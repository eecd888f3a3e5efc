package dev.mayfly.bench.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.jose.StatementType;
import java.security.SecureRandom;
import java.text.ParseException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A statement with the claims that every statement has, beside a JWS with the same payload by nimbus on the JCA. */
@State(Scope.Thread)
public class StatementBenchmark {

    private record Claims(String network, Bytes jti, long iat) {}

    private static final StatementType<Claims> TYPE = new StatementType<>(
            "bench",
            (to, claims) ->
                    to.text("network", claims.network).bytes("jti", claims.jti).integer("iat", claims.iat),
            from -> new Claims(from.text("network"), from.bytes("jti", 64), from.integer("iat")));

    private final SecureRandom random = new SecureRandom();
    private final Claims claims = new Claims("bench", Bytes.random(random, 64), 1_800_000_000L);
    private SigningPrivateKey key;
    private String compact;
    private ECKey nimbusKey;
    private Payload nimbusPayload;
    private String nimbusCompact;

    @Setup
    public void draw() throws JOSEException {
        key = SigningPrivateKey.generate(random);
        compact = signMayfly();
        nimbusKey = new ECKeyGenerator(Curve.P_256).generate();
        nimbusPayload = new Payload(new Base64URL(compact.split("\\.")[1]));
        nimbusCompact = signNimbus();
    }

    @Benchmark
    public String signMayfly() {
        return TYPE.sign(claims, key).compact();
    }

    @Benchmark
    public Statement<Claims> verifyMayfly() throws RejectedException {
        return TYPE.verify(compact, key.publicKey());
    }

    @Benchmark
    public String signNimbus() throws JOSEException {
        JWSObject jws = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), nimbusPayload);
        jws.sign(new ECDSASigner(nimbusKey));
        return jws.serialize();
    }

    @Benchmark
    public boolean verifyNimbus() throws JOSEException, ParseException {
        if (!JWSObject.parse(nimbusCompact).verify(new ECDSAVerifier(nimbusKey))) {
            throw new IllegalStateException("an honest signature was refused");
        }
        return true;
    }
}
