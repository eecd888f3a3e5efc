package dev.mayfly.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mayfly.crypto.TestBytes;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tables of multiples, against the multiplication of the library that needs none. */
class CombTest {

    private static final Point P = Point.G.timesSecret(Scalar.of(7919));

    @Test
    void times_equalsTheLibrarysProductForAnyScalar() {
        scalars().forEach(k -> {
            for (Comb comb : List.of(Comb.lasting(P), Comb.brief(P))) {
                assertThat(comb.timesSecret(k)).isEqualTo(P.timesSecret(k));
                assertThat(comb.times(k)).isEqualTo(P.timesSecret(k));
            }
            assertThat(Comb.G.timesSecret(k)).isEqualTo(Point.G.timesSecret(k));
        });
    }

    @Test
    void times_isInfinityForZero() {
        assertThat(Comb.G.timesSecret(Scalar.of(0)).isInfinity()).isTrue();
    }

    @Test
    void lasting_throwsForInfinity() {
        assertThatIllegalArgumentException().isThrownBy(() -> Comb.lasting(Point.INFINITY));
    }

    @Test
    void allAffine_keepsEveryPoint() {
        Point sum = P.plus(Point.G);
        assertThat(Point.allAffine(sum, Point.G, Point.INFINITY)).containsExactly(sum, Point.G, Point.INFINITY);
    }

    /** Both ends of the range, every row and block alone, and some at random. */
    private static Stream<Scalar> scalars() {
        Stream<Scalar> ends = IntStream.range(0, 4).mapToObj(Scalar::of).flatMap(k -> Stream.of(k, k.negated()));
        Stream<Scalar> powers = IntStream.range(0, 256).filter(i -> i % 9 == 0).mapToObj(CombTest::powerOfTwo);
        Stream<Scalar> random = IntStream.range(0, 20).mapToObj(seed -> Scalar.random(TestBytes.seeded(seed)));
        return Stream.of(ends, powers, random).flatMap(part -> part);
    }

    private static Scalar powerOfTwo(int exponent) {
        byte[] bytes = new byte[Scalar.SIZE];
        bytes[bytes.length - 1 - exponent / 8] = (byte) (1 << exponent % 8);
        return Scalar.reduce(bytes);
    }
}
