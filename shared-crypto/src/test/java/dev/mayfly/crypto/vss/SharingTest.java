package dev.mayfly.crypto.vss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.internal.Point;
import dev.mayfly.crypto.internal.Scalar;
import dev.mayfly.crypto.secret.SecretBytes;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SharingTest {

    private static final String Q = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

    private final SecureRandom random = TestBytes.seeded(1);
    private final Opening secret = Opening.random(random);
    private final Dealt dealt = Dealer.deal(secret, 3, List.of(1, 2, 3, 4, 7), random);

    /** Mayfly's own: another H is another protocol, and no old dealing would verify. */
    @Test
    void secondGenerator_isTheOneOfTheProtocol() {
        assertThat(Generators.H.compressed())
                .isEqualTo(TestBytes.hex("02bac4d5334c665350d26b6f97605864f257835c46b32dae9c298bf354a0f0a9be"));
    }

    @Test
    void dealing_followsFromContributions() throws RejectedException {
        List<Opening> contributed =
                IntStream.range(0, 5).mapToObj(i -> Opening.random(random)).toList();
        Commitment sum =
                Commitment.sum(contributed.stream().map(Opening::commit).toList());
        Opening total = Opening.sum(contributed);
        assertThat(total.commit()).isEqualTo(sum);
        try (Dealt dealing = Dealer.deal(total, 3, List.of(1, 2, 3, 4, 5), random)) {
            assertThat(dealing.commitments().secret()).isEqualTo(sum);
            assertThat(combined(dealing, 2, 4, 5).sameAs(total.s())).isTrue();
        }
    }

    @Test
    void opens_isFalseForAnotherCommitment() {
        assertThat(secret.opens(secret.commit())).isTrue();
        assertThat(secret.opens(Opening.random(random).commit())).isFalse();
    }

    @Test
    void verifies_isFalseForAnotherIndexOrDealing() {
        Share share = dealt.share(2);
        assertThat(share.verifies(dealt.commitments())).isTrue();
        assertThat(Share.of(3, share.value()).verifies(dealt.commitments())).isFalse();
        try (Dealt other = Dealer.deal(secret, 3, List.of(1, 2, 3), random)) {
            assertThat(share.verifies(other.commitments())).isFalse();
        }
    }

    /** Commitments of a malicious dealer that add up to infinity at x = 1: false and no exception. */
    @Test
    void verifies_isFalseWhenTheCommitmentsCancelOut() throws RejectedException {
        Bytes g = TestBytes.hex("03" + "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296");
        Bytes minusG = TestBytes.hex("02" + "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296");
        Commitments cancelling = Commitments.parse(List.of(g, minusG));
        refused(() -> cancelling.at(1));
        assertThat(dealt.share(1).verifies(cancelling)).isFalse();
        refused(() -> Commitment.sum(List.of(Commitment.parse(g), Commitment.parse(minusG))));
        refused(() -> Commitment.sum(List.of()));
    }

    @Test
    void at_isThePolynomialInTheExponent() throws RejectedException {
        Commitments commitments = dealt.commitments();
        for (int x : List.of(1, 2, 3, 4, 7)) {
            assertThat(commitments.at(x)).isEqualTo(dealt.share(x).value().commit());
        }
        Point byPowers = Commitments.parse(commitments.bytes()).secret().point();
        for (int j = 1; j < 3; j++) {
            Point a = Point.decode(commitments.bytes().get(j));
            byPowers = byPowers.plus(a.timesSecret(Scalar.of((int) Math.pow(1000, j))));
        }
        assertThat(commitments.at(1000).bytes()).isEqualTo(byPowers.compressed());
        refused(() -> commitments.at(0));
        refused(() -> commitments.at(-1));
    }

    @Test
    void combine_ignoresSharesBeyondTheThreshold() throws RejectedException {
        assertThat(combined(dealt, 7, 4, 3, 2, 1).sameAs(secret.s())).isTrue();
    }

    @Test
    void combine_refusedWhenThereAreTooFewOrTheSameTwice() {
        refused(() -> combined(dealt, 1, 2));
        refused(() -> combined(dealt, 1, 2, 2));
        refused(() -> combined(dealt, 1, 2, 2, 3));
        refused(() -> combined(dealt));
    }

    @Test
    void combine_namesTheForgedShare() {
        Share forged = Share.of(4, Opening.random(random));
        assertThatThrownBy(() -> Combiner.combine(List.of(dealt.share(1), forged, dealt.share(2)), dealt.commitments()))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("[4]");
    }

    @Test
    void encode_isReadBack() throws RejectedException {
        Share share = dealt.share(7);
        try (SecretBytes encoded = share.encode();
                Share decoded = Share.decode(encoded)) {
            assertThat(decoded.index()).isEqualTo(7);
            assertThat(decoded.verifies(dealt.commitments())).isTrue();
            assertThat(decoded.encode().sameAs(encoded)).isTrue();
        }
    }

    @Test
    void decode_refusedWhenMalformed() {
        SecretBytes one = TestBytes.secretHex("00".repeat(31) + "01");
        refused(() -> Share.decode(encoded(0, one, one)));
        refused(() -> Share.decode(encoded(1L << 31, one, one)));
        refused(() -> Share.decode(encoded(1, TestBytes.secretHex(Q), one)));
        refused(() -> Share.decode(encoded(1, one, TestBytes.secretHex("ff".repeat(32)))));
        refused(() -> Share.decode(encoded(1, one, TestBytes.secretHex("00".repeat(32)))));
        refused(() -> Share.decode(encoded(1, one, TestBytes.secretHex("01"))));
        refused(() -> Share.decode(
                Encoder.of("mayfly/v1/share").integer(1).secret(one).toSecret()));
        refused(() -> Share.decode(
                Encoder.of("another").integer(1).secret(one).secret(one).toSecret()));
        refused(() -> Share.decode(TestBytes.secretHex("")));
    }

    @Test
    void parse_refusedWhenCommitmentsAreMalformed() {
        List<Bytes> good = dealt.commitments().bytes();
        refused(() -> Commitments.parse(List.of()));
        refused(() -> Commitments.parse(good.subList(0, 1)));
        refused(() -> Commitments.parse(Collections.nCopies(256, good.get(0))));
        refused(() -> Commitments.parse(List.of(good.get(0), Bytes.of(new byte[33]))));
        refused(() -> Commitment.parse(TestBytes.hex("00")));
    }

    @Test
    void deal_refusedWhenItsArgumentsAreOutOfRange() {
        for (List<Integer> indices : List.of(List.of(1, 1, 2), List.of(0, 1, 2), List.of(-1, 1, 2), List.of(1, 2))) {
            assertThatIllegalArgumentException().isThrownBy(() -> Dealer.deal(secret, 3, indices, random));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Dealer.deal(secret, 1, List.of(1, 2), random));
        assertThatIllegalArgumentException().isThrownBy(() -> dealt.share(5));
        assertThatIllegalArgumentException().isThrownBy(() -> Share.of(0, secret));
    }

    @Test
    void deal_takesThresholdsUpToTheLargest() throws RejectedException {
        List<Integer> indices = IntStream.rangeClosed(1, 255).boxed().toList();
        try (Dealt largest = Dealer.deal(secret, 255, indices, random)) {
            assertThat(Commitments.parse(largest.commitments().bytes())).isEqualTo(largest.commitments());
            assertThat(largest.commitments().threshold()).isEqualTo(255);
        }
        List<Integer> oneMore = IntStream.rangeClosed(1, 256).boxed().toList();
        assertThatIllegalArgumentException().isThrownBy(() -> Dealer.deal(secret, 256, oneMore, random));
    }

    @Test
    void decode_takesEveryIndexThatAShareCanHave() throws RejectedException {
        SecretBytes one = TestBytes.secretHex("00".repeat(31) + "01");
        assertThat(Share.decode(encoded(1, one, one)).index()).isEqualTo(1);
        assertThat(Share.decode(encoded(Integer.MAX_VALUE, one, one)).index()).isEqualTo(Integer.MAX_VALUE);
        refused(() -> Share.decode(Encoder.of("mayfly/v1/share")
                .integer(1)
                .secret(one)
                .secret(one)
                .secret(one)
                .toSecret()));
    }

    @Test
    void close_wipesBothHalvesOfAnOpening() {
        Opening opening = Opening.random(random);
        opening.close();
        assertThatIllegalStateException().isThrownBy(opening::s);
        assertThatIllegalStateException().isThrownBy(opening::r);
    }

    @Test
    void commit_throwsWhenASumThatNobodyCheckedCancelsOut() throws RejectedException {
        SecretBytes one = TestBytes.secretHex("00".repeat(31) + "01");
        SecretBytes minusOne = TestBytes.secretHex(Q.substring(0, 63) + "0");
        Opening nothing = Opening.sum(List.of(Opening.parse(one, one), Opening.parse(minusOne, minusOne)));
        assertThatIllegalStateException().isThrownBy(nothing::commit);
    }

    @Test
    void close_wipesEveryShare() {
        Share share = dealt.share(1);
        dealt.close();
        assertThatIllegalStateException().isThrownBy(share::encode);
        assertThatIllegalStateException().isThrownBy(() -> share.value().s());
        assertThat(secret.s().size()).isEqualTo(32);
    }

    private static SecretBytes combined(Dealt dealt, int... indices) throws RejectedException {
        List<Share> shares = IntStream.of(indices).mapToObj(dealt::share).toList();
        return Combiner.combine(shares, dealt.commitments());
    }

    private static SecretBytes encoded(long index, SecretBytes s, SecretBytes r) {
        return Encoder.of("mayfly/v1/share").integer(index).secret(s).secret(r).toSecret();
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(RejectedException.class).hasNoCause();
    }
}
