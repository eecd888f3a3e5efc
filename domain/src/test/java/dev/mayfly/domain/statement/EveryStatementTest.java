package dev.mayfly.domain.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.statement.Samples.Sample;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for statements of every kind. Who may make one, of what, is with each kind's own tests. */
class EveryStatementTest {

    private static final List<Sample<?>> ALL = Samples.all();

    static List<Sample<?>> all() {
        return ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void verify_givesBackTheClaims(Sample<?> sample) throws RejectedException {
        var read = sample.type().verify(compact(sample), sample.key().publicKey());

        assertThat(read.claims()).isEqualTo(sample.claims());
        assertThat(sample.type().verifyEmbedded(compact(sample)).signer())
                .isEqualTo(sample.key().publicKey());
    }

    @ParameterizedTest
    @MethodSource("all")
    void verify_refusesAnotherSigner(Sample<?> sample) {
        SigningPrivateKey other = SigningPrivateKey.generate(TestNetwork.RANDOM);
        assertThatThrownBy(() -> sample.type().verify(compact(sample), other.publicKey()))
                .isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @MethodSource("all")
    void verify_refusesStatementsOfEveryOtherKind(Sample<?> sample) {
        ALL.stream()
                .filter(other -> other != sample)
                .forEach(other -> assertThatThrownBy(() -> sample.type().verifyEmbedded(compact(other)))
                        .isInstanceOf(RejectedException.class));
    }

    @Test
    void kinds_areUnique() {
        assertThat(ALL.stream().map(sample -> sample.type().kind())).doesNotHaveDuplicates();
    }

    /** Otherwise the refusals below would prove nothing. */
    @ParameterizedTest
    @MethodSource("all")
    void theTestsOwnSigning_isAccepted(Sample<?> sample) throws Exception {
        String again = RawStatement.of(compact(sample)).signedBy(sample.key());
        assertThat(sample.type().verify(again, sample.key().publicKey()).claims())
                .isEqualTo(sample.claims());
    }

    @ParameterizedTest
    @MethodSource("all")
    void verify_refusesEachClaimAlteredUnderTheOldSignature(Sample<?> sample) throws IOException {
        for (String claim : claims(sample)) {
            RawStatement altered = RawStatement.of(compact(sample));
            altered.claims().set(claim, altered(altered.claims().get(claim)));
            refused(sample, altered.withSignatureOf(compact(sample)));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void verify_givesOtherClaimsOrRefusesEachClaimAlteredAndSignedAgain(Sample<?> sample) throws Exception {
        for (String claim : claims(sample)) {
            RawStatement altered = RawStatement.of(compact(sample));
            altered.claims().set(claim, altered(altered.claims().get(claim)));
            try {
                var read = sample.type().verifyEmbedded(altered.signedBy(sample.key()));
                assertThat(read.claims()).as(claim).isNotEqualTo(sample.claims());
                assertThat(read.digest()).isNotEqualTo(sample.signed().digest());
            } catch (RejectedException refused) {
                assertThat(refused).hasNoCause();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void verify_refusesEachClaimMissing(Sample<?> sample) throws Exception {
        for (String claim : claims(sample)) {
            RawStatement without = RawStatement.of(compact(sample));
            without.claims().remove(claim);
            refused(sample, without.signedBy(sample.key()));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void verify_refusesEachClaimOutOfItsPlace(Sample<?> sample) throws Exception {
        List<String> names = claims(sample);
        for (String claim : names.subList(0, names.size() - 1)) {
            RawStatement reordered = RawStatement.of(compact(sample));
            JsonNode value = reordered.claims().remove(claim);
            reordered.claims().set(claim, value);
            refused(sample, reordered.signedBy(sample.key()));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void verify_refusesEachClaimOfAnotherType(Sample<?> sample) throws Exception {
        for (String claim : claims(sample)) {
            RawStatement mistyped = RawStatement.of(compact(sample));
            boolean wasText = mistyped.claims().get(claim).isTextual();
            mistyped.claims().set(claim, wasText ? IntNode.valueOf(1) : TextNode.valueOf("AA"));
            refused(sample, mistyped.signedBy(sample.key()));
            mistyped.claims().putNull(claim);
            refused(sample, mistyped.signedBy(sample.key()));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void verify_refusesAClaimItDoesNotKnow(Sample<?> sample) throws IOException, GeneralSecurityException {
        RawStatement more = RawStatement.of(compact(sample));
        more.claims().put("exp", 1);
        refused(sample, more.signedBy(sample.key()));
    }

    private static String compact(Sample<?> sample) {
        return sample.signed().compact();
    }

    private static List<String> claims(Sample<?> sample) throws IOException {
        List<String> names = new ArrayList<>();
        RawStatement.of(compact(sample)).claims().fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Another value of the same type: one more, another first letter, one item less. */
    private static JsonNode altered(JsonNode value) {
        if (value.isIntegralNumber()) {
            return LongNode.valueOf(value.asLong() + 1);
        }
        if (value.isArray()) {
            ArrayNode shorter = value.deepCopy();
            shorter.remove(0);
            return shorter;
        }
        String text = value.asText();
        return TextNode.valueOf((text.startsWith("B") ? "C" : "B") + text.substring(Math.min(1, text.length())));
    }

    private static void refused(Sample<?> sample, String compact) {
        assertThatThrownBy(() -> sample.type().verifyEmbedded(compact))
                .isInstanceOf(RejectedException.class)
                .hasNoCause();
    }
}
