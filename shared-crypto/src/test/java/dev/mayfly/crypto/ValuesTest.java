package dev.mayfly.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.Jwe;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.crypto.vss.Dealer;
import dev.mayfly.crypto.vss.Dealt;
import dev.mayfly.crypto.vss.Opening;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is public is compared by value and prints itself. */
class ValuesTest {

    private static final StatementType<String> NOTE =
            new StatementType<>("note", (out, text) -> out.text("text", text), in -> in.text("text"));

    /** A value of each type from a seed: another seed gives another value. */
    private enum Value {
        BYTES(seed -> Bytes.random(random(seed), 20)),
        HPKE_PUBLIC_KEY(seed -> HpkePrivateKey.generate(random(seed)).publicKey()),
        SIGNING_PUBLIC_KEY(seed -> SigningPrivateKey.generate(random(seed)).publicKey()),
        VRF_PUBLIC_KEY(seed -> VrfPrivateKey.generate(random(seed)).publicKey()),
        VRF_PROOF(seed -> VrfPrivateKey.generate(random(seed)).prove(TestBytes.utf8("alpha"))),
        COMMITMENT(seed -> Opening.random(random(seed)).commit()),
        COMMITMENTS(seed -> dealt(seed).commitments()),
        STATEMENT(Value::note),
        JWE(Value::jwe);

        private final LongFunction<Object> make;

        Value(LongFunction<Object> make) {
            this.make = make;
        }

        private static SecureRandom random(long seed) {
            return TestBytes.seeded(seed);
        }

        private static Dealt dealt(long seed) {
            return Dealer.deal(Opening.random(random(seed)), 2, List.of(1, 2), random(seed));
        }

        private static Statement<String> note(long seed) {
            return NOTE.sign("note", SigningPrivateKey.generate(random(seed)));
        }

        private static Jwe jwe(long seed) {
            Bytes id = Bytes.random(random(seed), 32);
            SecretBytes key = SecretBytes.random(random(seed), 32);
            try {
                return Jwe.parse(
                        Jwe.seal(key, id, id, Bytes.random(random(seed), 3), TestBytes.secretHex("00"), random(seed)));
            } catch (RejectedException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void equals_comparesValues(Value value) {
        Object one = value.make.apply(1);
        Object same = value.make.apply(1);
        Object other = value.make.apply(2);
        assertThat(one).isNotSameAs(same).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one).isNotEqualTo(other).isNotEqualTo("another type").isNotEqualTo(null);
        assertThat(one.hashCode()).isNotEqualTo(other.hashCode());
    }

    @ParameterizedTest
    @EnumSource
    void toString_tellsValuesApart(Value value) {
        Object one = value.make.apply(1);
        assertThat(one).hasToString(value.make.apply(1).toString());
        assertThat(one.toString()).isNotEqualTo(value.make.apply(2).toString()).hasSizeLessThan(200);
    }
}
