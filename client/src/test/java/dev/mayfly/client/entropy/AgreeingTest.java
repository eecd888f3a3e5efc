package dev.mayfly.client.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.client.TestCommittee;
import dev.mayfly.client.TestNode;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.domain.share.End;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.NodeClient;
import dev.mayfly.transport.Timeouts;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Contributing, holding and ending: four of five nodes make the quorum, and one may do whatever it likes. */
class AgreeingTest {

    /** q of P-256 (FIPS 186-5, SP 800-186 section 3.2.1.3). */
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final TestCommittee committee = new TestCommittee(URI.create("http://127.0.0.1:1/"));
    private final NodeClient nodes =
            new NodeClient(new HttpJson(new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), 1)));

    @AfterEach
    void close() {
        committee.close();
    }

    static Stream<Arguments> contributions() {
        return Stream.of(
                fault(
                        "opens as something else",
                        "does not open as it says",
                        (all, node) -> node.answers(request -> {
                            Opening opening = Opening.random(TestCommittee.RANDOM);
                            Opening stated = Opening.random(TestCommittee.RANDOM);
                            return node.contributed(request, node.key(), rank(all, node), opening, stated);
                        })),
                fault(
                        "another rank",
                        "not signed by the node of its rank",
                        (all, node) -> node.answers(request -> {
                            Opening opening = Opening.random(TestCommittee.RANDOM);
                            return node.contributed(request, node.key(), 1 + rank(all, node) % 5, opening, opening);
                        })),
                fault(
                        "foreign signature",
                        "not signed by the node of its rank",
                        (all, node) -> node.answers(request -> {
                            Opening opening = Opening.random(TestCommittee.RANDOM);
                            SigningPrivateKey foreign = SigningPrivateKey.generate(TestCommittee.RANDOM);
                            return node.contributed(request, foreign, rank(all, node), opening, opening);
                        })),
                fault("no", "no", (all, node) -> node.refuses(ErrorCode.REGISTRY_OUTDATED)),
                fault("nobody there", "does not answer", (all, node) -> node.close()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contributions")
    void gather_leavesOneBadContributionOutAndFailsWithTwo(
            String name, String reason, BiConsumer<TestCommittee, TestNode> fault) {
        fault.accept(committee, committee.at(2));
        SortedMap<Integer, Contributed> gathered = gather();
        gathered.values().forEach(Contributed::close);
        assertThat(gathered).containsOnlyKeys(1, 3, 4, 5);

        fault.accept(committee, committee.at(5));
        assertThatThrownBy(this::gather).isInstanceOfSatisfying(TooFewNodesException.class, few -> {
            assertThat(few.have()).isEqualTo(3);
            assertThat(few.need()).isEqualTo(4);
            assertThat(few.total()).isEqualTo(5);
            assertThat(few.failures().values()).hasSize(2).allMatch(why -> why.contains(reason));
        });
    }

    @Test
    void gather_takesAllContributionsWhenAllAreGood() {
        SortedMap<Integer, Contributed> gathered = gather();
        assertThat(gathered).containsOnlyKeys(1, 2, 3, 4, 5);
        assertThat(gathered.values())
                .allMatch(part -> part.opening().opens(part.contribution().commitment()));
        gathered.values().forEach(Contributed::close);
    }

    /** Each contribution is as good as any other; together they are none. */
    @Test
    void gather_failsWhenAllContributionsCancelOut() {
        List<Opening> openings = cancellingOut(TestCommittee.THRESHOLD.n());
        for (int rank = 1; rank <= openings.size(); rank++) {
            TestNode node = committee.at(rank);
            Opening opening = openings.get(rank - 1);
            int own = rank;
            node.answers(request -> node.contributed(request, node.key(), own, opening, opening));
        }

        assertThatThrownBy(this::gather).isInstanceOfSatisfying(TooFewNodesException.class, few -> {
            assertThat(few.have()).isZero();
            assertThat(few.total()).isEqualTo(5);
            assertThat(few.failures().values()).hasSize(5).allMatch(why -> why.contains("cancel out"));
        });
    }

    private static List<Opening> cancellingOut(int count) {
        List<Opening> openings = new ArrayList<>();
        BigInteger s = BigInteger.ZERO;
        BigInteger r = BigInteger.ZERO;
        for (int i = 1; i < count; i++) {
            BigInteger nextS = new BigInteger(250, TestCommittee.RANDOM).add(BigInteger.ONE);
            BigInteger nextR = new BigInteger(250, TestCommittee.RANDOM).add(BigInteger.ONE);
            openings.add(opening(nextS, nextR));
            s = s.add(nextS);
            r = r.add(nextR);
        }
        openings.add(opening(ORDER.subtract(s), ORDER.subtract(r)));
        return openings;
    }

    private static Opening opening(BigInteger s, BigInteger r) {
        try {
            return Opening.parse(scalar(s), scalar(r));
        } catch (RejectedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static SecretBytes scalar(BigInteger value) {
        byte[] signed = value.toByteArray();
        byte[] scalar = new byte[32];
        int size = Math.min(signed.length, scalar.length);
        System.arraycopy(signed, signed.length - size, scalar, scalar.length - size, size);
        return SecretBytes.adopt(scalar);
    }

    static Stream<Arguments> holdings() {
        return Stream.of(
                fault(
                        "another dealing",
                        "of another dealing",
                        (all, node) ->
                                node.answers(request -> node.held(node.key(), Bytes.random(TestCommittee.RANDOM, 32)))),
                fault(
                        "foreign signature",
                        "not signed by a contributor",
                        (all, node) -> node.answers(request -> node.held(
                                SigningPrivateKey.generate(TestCommittee.RANDOM),
                                Bytes.random(TestCommittee.RANDOM, 32)))),
                fault("no", "no", (all, node) -> node.refuses(ErrorCode.DEALING_CONFLICT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("holdings")
    void deal_leavesOneBadHoldingOutAndFailsWithTwo(
            String name, String reason, BiConsumer<TestCommittee, TestNode> fault) {
        SortedMap<Integer, Contributed> gathered = gather();
        fault.accept(committee, committee.at(3));
        try (AgreedDealing agreed = deal(gathered)) {
            assertThat(agreed.certificate().holdings()).containsOnlyKeys(1, 2, 4, 5);
            assertThat(agreed.certificate().dealing().contributions()).hasSize(5);
        }

        fault.accept(committee, committee.at(4));
        assertThatThrownBy(() -> deal(gathered)).isInstanceOfSatisfying(TooFewNodesException.class, few -> {
            assertThat(few.have()).isEqualTo(3);
            assertThat(few.need()).isEqualTo(4);
            assertThat(few.failures().values()).hasSize(2).allMatch(why -> why.contains(reason));
        });
        gathered.values().forEach(Contributed::close);
    }

    /** Nodes that do not answer erase by themselves: telling them never fails, and counts what was signed. */
    @Test
    void end_givesTheErasuresOfThoseWhoSignedOne() {
        SortedMap<Integer, Contributed> gathered = gather();
        try (AgreedDealing agreed = deal(gathered)) {
            assertThat(end(agreed)).isEqualTo(5);
            committee
                    .at(1)
                    .answers(request -> committee.at(1).erased(SigningPrivateKey.generate(TestCommittee.RANDOM)));
            committee.at(2).refuses(ErrorCode.INTERNAL);
            committee.at(3).close();
            assertThat(end(agreed)).isEqualTo(2);
        }
        gathered.values().forEach(Contributed::close);
    }

    private SortedMap<Integer, Contributed> gather() {
        return new GatherContributions(nodes, TestCommittee.CLOCK, TestCommittee.RANDOM)
                .gather(committee.container(), committee.accessKey());
    }

    private AgreedDealing deal(SortedMap<Integer, Contributed> contributions) {
        return new DealShares(nodes, TestCommittee.CLOCK, TestCommittee.RANDOM)
                .deal(committee.container(), committee.accessKey(), contributions);
    }

    private int end(AgreedDealing agreed) {
        Issued issued = Issued.now(TestCommittee.NAME, Issued.NODES, TestCommittee.CLOCK, TestCommittee.RANDOM);
        String end = End.TYPE
                .sign(new End(issued, committee.container().id()), committee.accessKey())
                .compact();
        return new EndShares(nodes)
                .end(committee.container(), agreed.certificate(), end)
                .size();
    }

    private static Arguments fault(String name, String reason, BiConsumer<TestCommittee, TestNode> fault) {
        return Arguments.of(name, reason, fault);
    }

    private static int rank(TestCommittee committee, TestNode node) {
        return committee.container().committee().rankOf(node.record().id()).orElseThrow();
    }
}
