package dev.mayfly.crypto.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import dev.mayfly.crypto.encoding.Text;
import dev.mayfly.crypto.secret.SecretBytes;
import java.security.SecureRandom;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;

/** One character of a statement or a message is another, anywhere: neither is accepted any more. */
class CompactPropertiesTest {

    private static final SecureRandom RANDOM = TestBytes.seeded(1);
    private static final SigningPrivateKey KEY = SigningPrivateKey.generate(RANDOM);
    private static final SecretBytes DEK = SecretBytes.random(RANDOM, 32);
    private static final String STATEMENT =
            Greeting.TYPE.sign(Greeting.EXAMPLE, KEY).compact();
    private static final String MESSAGE = Jwe.seal(
            DEK,
            Bytes.random(RANDOM, 32),
            Bytes.random(RANDOM, 32),
            Bytes.random(RANDOM, 9),
            SecretBytes.random(RANDOM, 50),
            RANDOM);

    @Property(tries = 2000)
    void statement_refusedWhenAnyCharacterIsAnother(
            @ForAll int at, @ForAll @AlphaChars @NumericChars @Chars({'-', '_', '.', '='}) char other) {
        String altered = altered(STATEMENT, at, other);
        assertThatThrownBy(() -> Greeting.TYPE.verify(altered, KEY.publicKey())).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> Greeting.TYPE.verifyEmbedded(altered)).isInstanceOf(RejectedException.class);
    }

    @Property(tries = 2000)
    void message_refusedWhenAnyCharacterIsAnother(
            @ForAll int at, @ForAll @AlphaChars @NumericChars @Chars({'-', '_', '.', '='}) char other) {
        String altered = altered(MESSAGE, at, other);
        assertThatThrownBy(() -> Jwe.parse(altered).open(DEK)).isInstanceOf(RejectedException.class);
    }

    @Property(tries = 1000)
    void everyOtherCharacter_isRefusedToo(@ForAll int at, @ForAll char other) {
        assertThatThrownBy(() -> Greeting.TYPE.verifyEmbedded(altered(STATEMENT, at, other)))
                .isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> Jwe.parse(altered(MESSAGE, at, other)).open(DEK))
                .isInstanceOf(RejectedException.class);
    }

    /** Cut anywhere and put together again in another way: there is no second text, and so no second digest. */
    @Property(tries = 2000)
    void statement_hasOneDigestHoweverItIsRearranged(@ForAll int from, @ForAll int to, @ForAll int into) {
        int length = STATEMENT.length();
        int a = Math.floorMod(from, length);
        int b = a + Math.floorMod(to, length - a + 1);
        String rest = STATEMENT.substring(0, a) + STATEMENT.substring(b);
        int c = Math.floorMod(into, rest.length() + 1);
        String piece = STATEMENT.substring(a, b);
        for (String other :
                List.of(rest, rest.substring(0, c) + piece + rest.substring(c), STATEMENT + piece, piece + STATEMENT)) {
            try {
                assertThat(Greeting.TYPE.verifyEmbedded(other).compact()).isEqualTo(STATEMENT);
            } catch (RejectedException refused) {
                assertThat(other).isNotEqualTo(STATEMENT);
            }
        }
    }

    @Property
    void statement_givesAnyTextBackOrRefusesToWriteIt(@ForAll String text, @ForAll long count)
            throws RejectedException {
        Greeting claims = Greeting.EXAMPLE.withTo(text).withCount(count >>> 11);
        Statement<Greeting> signed;
        try {
            signed = Greeting.TYPE.sign(claims, KEY);
        } catch (IllegalArgumentException refused) {
            assertThat(Text.isNfc(text)).isFalse();
            return;
        }
        assertThat(Greeting.TYPE.verify(signed.compact(), KEY.publicKey()).claims())
                .isEqualTo(claims);
    }

    private static String altered(String compact, int at, char other) {
        char[] letters = compact.toCharArray();
        int index = Math.floorMod(at, letters.length);
        Assume.that(letters[index] != other);
        letters[index] = other;
        return new String(letters);
    }
}
