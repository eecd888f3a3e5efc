package dev.mayfly.crypto.fuzz;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import dev.mayfly.crypto.encoding.Decoder;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.hpke.Hpke;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.internal.Ecdsa;
import dev.mayfly.crypto.internal.Scalar;
import dev.mayfly.crypto.interop.CompactJws;
import dev.mayfly.crypto.interop.JsonWebKey;
import dev.mayfly.crypto.jose.Jwe;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.crypto.vrf.VrfProof;
import dev.mayfly.crypto.vrf.VrfPublicKey;
import dev.mayfly.crypto.vss.Commitment;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.crypto.vss.Share;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;

/** Everything in this module that reads what comes from outside. Seeds are made anew, the same in every run. */
enum Decoders {
    BASE64URL {
        @Override
        Bytes seed() {
            return TestBytes.utf8("AQIDBA");
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            return TestBytes.utf8(Bytes.fromBase64Url(latin1(input)).toBase64Url());
        }
    },

    ENCODING {
        @Override
        Bytes seed() {
            return encode("é", 258, List.of(Bytes.of(new byte[3]), Bytes.of(new byte[0])), Bytes.of(new byte[4]));
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            Decoder in = Decoder.of("mayfly/v1/fuzz", input);
            Bytes again = encode(in.text(), in.integer(), in.list(), in.bytes(4));
            in.end();
            return again;
        }

        private Bytes encode(String text, long integer, List<Bytes> list, Bytes bytes) {
            return Encoder.of("mayfly/v1/fuzz")
                    .text(text)
                    .integer(integer)
                    .list(list)
                    .bytes(bytes)
                    .toBytes();
        }
    },

    SHARE {
        @Override
        Bytes seed() {
            return Share.of(3, Opening.random(random())).encode().use(Bytes::of);
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            try (Share share = Share.decode(TestBytes.secret(input));
                    SecretBytes again = share.encode()) {
                return again.use(Bytes::of);
            }
        }
    },

    COMMITMENT {
        @Override
        Bytes seed() {
            return Opening.random(random()).commit().bytes();
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            return Commitment.parse(input).bytes();
        }
    },

    HPKE_PUBLIC_KEY {
        @Override
        Bytes seed() {
            return HpkePrivateKey.generate(random()).publicKey().bytes();
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            return HpkePublicKey.parse(input).bytes();
        }
    },

    HPKE_PRIVATE_KEY {
        @Override
        Bytes seed() {
            return HpkePrivateKey.generate(random()).scalar().use(Bytes::of);
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            try (HpkePrivateKey key = HpkePrivateKey.parse(TestBytes.secret(input))) {
                return key.scalar().use(Bytes::of);
            }
        }
    },

    HPKE_SEALED {
        @Override
        Bytes seed() {
            try (HpkePrivateKey key = HpkePrivateKey.generate(random())) {
                return Hpke.seal(key.publicKey(), TestBytes.utf8("i"), TestBytes.secret(TestBytes.utf8("m")), random());
            }
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            // One text opens to one plaintext, and only what was sealed opens: so what opens is what was sealed.
            try (HpkePrivateKey key = HpkePrivateKey.generate(random())) {
                Hpke.open(key, TestBytes.utf8("i"), input).close();
                return seed();
            }
        }
    },

    VRF_PUBLIC_KEY {
        @Override
        Bytes seed() {
            return VrfPrivateKey.generate(random()).publicKey().bytes();
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            return VrfPublicKey.parse(input).bytes();
        }
    },

    VRF_PROOF {
        @Override
        Bytes seed() {
            return VrfPrivateKey.generate(random())
                    .prove(TestBytes.utf8("alpha"))
                    .bytes();
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            return VrfProof.parse(input).bytes();
        }
    },

    SIGNING_PUBLIC_KEY {
        @Override
        Bytes seed() {
            return SigningPrivateKey.generate(random()).publicKey().bytes();
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            return SigningPublicKey.parse(input).bytes();
        }
    },

    STATEMENT {
        @Override
        Bytes seed() {
            return TestBytes.utf8(NOTES.sign(new Note("é\n", 7, List.of(TestBytes.utf8("x"))), SIGNER)
                    .compact());
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            Note note = NOTES.verifyEmbedded(latin1(input)).claims();
            String again = NOTES.sign(note, SIGNER).compact();
            return TestBytes.utf8(again);
        }
    },

    /** No fuzzer finds a signature, so here the claims are signed as they come. */
    CLAIMS {
        @Override
        Bytes seed() {
            return TestBytes.utf8("{\"text\":\"é\\n\",\"number\":7,\"list\":[\"eA\"]}");
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            String compact = latin1(STATEMENT.seed());
            String signed = compact.substring(0, compact.indexOf('.') + 1) + input.toBase64Url();
            Bytes signature;
            try (SecretBytes scalar = SIGNER.scalar()) {
                signature = Ecdsa.sign(Scalar.parse(scalar), TestBytes.utf8(signed));
            }
            Note note =
                    NOTES.verifyEmbedded(signed + "." + signature.toBase64Url()).claims();
            String again = NOTES.sign(note, SIGNER).compact();
            return Bytes.fromBase64Url(again.split("\\.")[1]);
        }
    },

    JWE {
        @Override
        Bytes seed() {
            SecretBytes key = SecretBytes.random(random(), 32);
            Bytes id = Bytes.random(random(), 32);
            return TestBytes.utf8(
                    Jwe.seal(key, id, id, TestBytes.utf8("hel"), TestBytes.secret(TestBytes.utf8("lo")), random()));
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            return TestBytes.utf8(Jwe.parse(latin1(input)).compact());
        }
    },

    /** Long enough for its base64url to be read in pieces. */
    JWE_OF_5000_BYTES {
        @Override
        Bytes seed() {
            SecretBytes key = SecretBytes.random(random(), 32);
            Bytes id = Bytes.random(random(), 32);
            return TestBytes.utf8(
                    Jwe.seal(key, id, id, TestBytes.utf8("long"), SecretBytes.random(random(), 5000), random()));
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            return JWE.decodeAndEncode(input);
        }
    },

    JSON_WEB_KEY {
        @Override
        Bytes seed() {
            return TestBytes.utf8("{\"kty\":\"oct\",\"k\":\"" + "A".repeat(43) + "\",\"key_ops\":[\"decrypt\"]}");
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            JsonWebKey key = JsonWebKey.parse(new String(input.toByteArray(), StandardCharsets.UTF_8));
            key.a256gcm().close();
            return input;
        }
    },

    COMPACT_JWS {
        @Override
        Bytes seed() {
            return TestBytes.utf8("eyJhbGciOiJub25lIn0..");
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            JsonWebKey noKey = JsonWebKey.parse("{\"kty\":\"oct\"}");
            try {
                CompactJws.verify(latin1(input), noKey);
            } catch (RejectedException alwaysWithoutAKey) {
                return input;
            }
            throw new AssertionError("accepted without a key");
        }
    };

    record Note(String text, long number, List<Bytes> list) {}

    private static final SigningPrivateKey SIGNER = SigningPrivateKey.generate(random());

    private static final StatementType<Note> NOTES = new StatementType<>(
            "note",
            (out, note) -> out.text("text", note.text())
                    .integer("number", note.number())
                    .bytesList("list", note.list()),
            in -> new Note(in.text("text"), in.integer("number"), in.bytesList("list")));

    abstract Bytes seed();

    /** What the decoder makes of the input, written again. */
    abstract Bytes decodeAndEncode(Bytes input) throws RejectedException;

    private static String latin1(Bytes input) {
        return new String(input.toByteArray(), StandardCharsets.ISO_8859_1);
    }

    private static SecureRandom random() {
        return TestBytes.seeded(1);
    }
}
