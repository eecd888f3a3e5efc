package dev.mayfly.crypto.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.mayfly.crypto.TestBytes;
import org.junit.jupiter.api.Test;

class SecretBytesTest {

    @Test
    void close_wipesTheAdoptedArray() {
        byte[] array = {1, 2, 3};
        SecretBytes.adopt(array).close();
        assertThat(array).containsOnly(0);
    }

    @Test
    void close_wipesAnArrayOfAnySize() {
        for (int size : new int[] {0, 1, 4095, 4096, 4097, 12_288, 262_235}) {
            byte[] array = SecretBytes.random(TestBytes.seeded(size), size).toByteArray();
            SecretBytes.adopt(array).close();
            assertThat(array).isEqualTo(new byte[size]);
        }
    }

    @Test
    void random_isWhatTheGeneratorDraws() {
        byte[] drawn = new byte[40];
        TestBytes.seeded(1).nextBytes(drawn);
        assertThat(SecretBytes.random(TestBytes.seeded(1), 40).sameAs(SecretBytes.adopt(drawn)))
                .isTrue();
    }

    @Test
    void close_leavesTheCopiedArrayToItsOwner() {
        byte[] array = {1, 2, 3};
        SecretBytes.copyOf(array).close();
        assertThat(array).containsExactly(1, 2, 3);
    }

    @Test
    void everyUse_failsAfterClose() {
        SecretBytes secret = SecretBytes.random(TestBytes.seeded(1), 32);
        SecretBytes other = SecretBytes.random(TestBytes.seeded(2), 32);
        secret.close();
        secret.close();
        assertThatIllegalStateException().isThrownBy(secret::toByteArray);
        assertThatIllegalStateException().isThrownBy(() -> secret.use(bytes -> 0));
        assertThatIllegalStateException().isThrownBy(() -> secret.sameAs(other));
        assertThatIllegalStateException().isThrownBy(() -> other.sameAs(secret));
        assertThat(secret.size()).isEqualTo(32);
    }

    @Test
    void sameAs_comparesContent() {
        SecretBytes secret = TestBytes.secretHex("00ff");
        assertThat(secret.sameAs(TestBytes.secretHex("00ff"))).isTrue();
        assertThat(secret.sameAs(TestBytes.secretHex("00fe"))).isFalse();
        assertThat(secret.sameAs(TestBytes.secretHex("00ff00"))).isFalse();
    }

    @Test
    void toString_tellsTheSizeOnly() {
        assertThat(TestBytes.secretHex("abcd")).hasToString("SecretBytes[2]");
        assertThat(TestBytes.secretHex("abcd")).isNotEqualTo(TestBytes.secretHex("abcd"));
    }

    @Test
    void wipe_passesOverNull() {
        byte[] array = {7};
        SecretBytes.wipe(null, array);
        assertThat(array).containsExactly(0);
    }
}
