package dev.mayfly.client.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.client.TestCommittee;
import dev.mayfly.client.TestNode;
import dev.mayfly.client.evidence.KeepEvidence;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.Hpke;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.evidence.ReleaseEvidence;
import dev.mayfly.domain.share.ReleaseRequest;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.domain.wire.WireJson;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.NodeClient;
import dev.mayfly.transport.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Five nodes hold a share each, three are needed; the others do whatever nodes can do wrong. */
class CollectSharesTest {
    private static final Set<String> SIGNED = Set.of(
            "a share of nothing",
            "the share of another rank",
            "sealed for another container",
            "a release of another rank",
            "a ciphertext that is no point");

    private final TestCommittee committee = new TestCommittee(URI.create("http://127.0.0.1:1/"));
    private final NodeClient nodes =
            new NodeClient(new HttpJson(new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), 1)));
    private final Map<String, ReleaseEvidence> kept = new ConcurrentHashMap<>();
    private final KeepEvidence keepEvidence =
            new KeepEvidence(committee.network(), (evidence, proven) -> kept.put(proven.nodeId(), evidence));
    private final CollectShares collectShares =
            new CollectShares(nodes, keepEvidence, TestCommittee.CLOCK, TestCommittee.RANDOM);
    private AgreedDealing agreed;

    @BeforeEach
    void agree() {
        SortedMap<Integer, Contributed> contributions = new GatherContributions(
                        nodes, TestCommittee.CLOCK, TestCommittee.RANDOM)
                .gather(committee.container(), committee.accessKey());
        agreed = new DealShares(nodes, TestCommittee.CLOCK, TestCommittee.RANDOM)
                .deal(committee.container(), committee.accessKey(), contributions);
        contributions.values().forEach(Contributed::close);
    }

    @AfterEach
    void close() {
        agreed.close();
        committee.close();
    }

    /** Each with the reason that the requester is told. */
    static Stream<Arguments> faults() {
        return Stream.of(
                fault("a share of nothing", "does not fit", CollectSharesTest::wrongShare),
                fault("the share of another rank", "another node's", CollectSharesTest::shareOfAnotherRank),
                fault("sealed for another container", "", CollectSharesTest::otherContainersCiphertext),
                fault("a release of another rank", "answers another request", CollectSharesTest::otherRanksRelease),
                fault("a ciphertext that is no point", "", CollectSharesTest::malformedPoint),
                fault("a foreign signature", "", CollectSharesTest::forgedSignature),
                fault(
                        "an endless answer",
                        "does not answer",
                        (all, node) -> node.server().answering((server, exchange, request) -> server.flood(exchange))),
                fault(
                        "an answer that never ends",
                        "does not answer",
                        (all, node) -> node.server().answering((server, exchange, request) -> server.hang(exchange))),
                fault("null", "not Mayfly's", (all, node) -> node.server().answering(200, "null")),
                fault("no share any more", "no", (all, node) -> node.refuses(ErrorCode.CONTAINER_ENDED)),
                fault("nobody there", "does not answer", (all, node) -> node.close()));
    }

    @Test
    void collect_givesTheSecretThatWasDealt() {
        try (SecretBytes entropy = collect()) {
            assertThat(entropy.sameAs(agreed.entropy())).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void collect_givesTheSecretWithKGoodAnswers(String name, String reason, BiConsumer<TestCommittee, TestNode> fault) {
        Stream.of(2, 4).forEach(rank -> fault.accept(committee, committee.at(rank)));
        try (SecretBytes entropy = collect()) {
            assertThat(entropy.sameAs(agreed.entropy())).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void collect_saysHowManyAndWhyWithOneGoodAnswerLess(
            String name, String reason, BiConsumer<TestCommittee, TestNode> fault) {
        fault.accept(committee, committee.at(2));
        Stream.of(1, 4).forEach(rank -> committee.at(rank).refuses(ErrorCode.INTERNAL));
        assertThatThrownBy(this::collect).isInstanceOfSatisfying(TooFewNodesException.class, few -> {
            assertThat(few.have()).isEqualTo(2);
            assertThat(few.need()).isEqualTo(3);
            assertThat(few.total()).isEqualTo(5);
            assertThat(few.failures()).containsOnlyKeys(id(1), id(2), id(4));
            assertThat(few.failures()).extractingByKey(id(2)).asString().contains(reason);
            assertThat(few).hasMessageStartingWith("2 of 5 nodes gave a share that fits where 3 are needed");
        });
    }

    /** What a node signed is kept and proves it to anybody; whatever somebody on the way could have done is not. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void collect_keepsEvidenceOfWhatTheNodeSigned(String name, String reason, BiConsumer<TestCommittee, TestNode> fault)
            throws RejectedException {
        fault.accept(committee, committee.at(2));
        Stream.of(1, 4).forEach(rank -> committee.at(rank).refuses(ErrorCode.INTERNAL));
        assertThatThrownBy(this::collect).isInstanceOf(TooFewNodesException.class);
        if (SIGNED.contains(name)) {
            assertThat(kept).containsOnlyKeys(id(2));
            assertThat(kept.get(id(2)).prove(committee.network()).rank()).isEqualTo(2);
        } else {
            assertThat(kept).isEmpty();
        }
    }

    @Test
    void collect_refusedAsEndedWhenSoManySaySoThatKNeverAnswer() {
        Stream.of(1, 3, 5).forEach(rank -> committee.at(rank).refuses(ErrorCode.CONTAINER_ENDED));
        assertThatThrownBy(this::collect)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CONTAINER_ENDED));
    }

    /** Two of five may lie: their word that it is over is no proof, and the failure names everybody's reason. */
    @Test
    void collect_tooFewWhenOnlyNMinusKSayItHasEnded() {
        Stream.of(1, 3).forEach(rank -> committee.at(rank).refuses(ErrorCode.CONTAINER_ENDED));
        committee.at(5).refuses(ErrorCode.BUSY);
        assertThatThrownBy(this::collect)
                .isInstanceOfSatisfying(
                        TooFewNodesException.class,
                        few -> assertThat(few.failures()).isEqualTo(Map.of(id(1), "no", id(3), "no", id(5), "no")));
    }

    private static void wrongShare(TestCommittee committee, TestNode node) {
        int rank = rank(committee, node);
        Share forged = Share.of(rank, Opening.random(TestCommittee.RANDOM));
        node.answers(request -> node.released(
                request, node.key(), rank, forged, committee.container().id()));
    }

    private static void shareOfAnotherRank(TestCommittee committee, TestNode node) {
        int rank = rank(committee, node);
        Share other = committee.at(5).share();
        node.answers(request -> {
            var asked = ReleaseRequest.TYPE.verifyEmbedded(WireJson.mapper()
                    .readValue(request.body(), NodeApi.Release.class)
                    .statement());
            Bytes info = Sealing.RELEASE.info(
                    committee.container().id(), node.record().id(), rank);
            try (SecretBytes encoded = other.encode()) {
                Bytes sealed = Hpke.seal(asked.claims().oneTimeKey(), info, encoded, TestCommittee.RANDOM);
                return node.signed(asked, node.key(), rank, sealed);
            }
        });
    }

    private static void otherContainersCiphertext(TestCommittee committee, TestNode node) {
        Bytes other = Bytes.random(TestCommittee.RANDOM, 32);
        node.answers(request -> node.released(request, node.key(), rank(committee, node), node.share(), other));
    }

    private static void otherRanksRelease(TestCommittee committee, TestNode node) {
        node.answers(request -> node.released(
                request, node.key(), 5, node.share(), committee.container().id()));
    }

    private static void malformedPoint(TestCommittee committee, TestNode node) {
        node.answers(request -> {
            var asked = ReleaseRequest.TYPE.verifyEmbedded(WireJson.mapper()
                    .readValue(request.body(), NodeApi.Release.class)
                    .statement());
            return node.signed(asked, node.key(), rank(committee, node), Bytes.of(new byte[180]));
        });
    }

    private static void forgedSignature(TestCommittee committee, TestNode node) {
        SigningPrivateKey foreign = SigningPrivateKey.generate(TestCommittee.RANDOM);
        node.answers(request -> node.released(
                request,
                foreign,
                rank(committee, node),
                node.share(),
                committee.container().id()));
    }

    private static Arguments fault(String name, String reason, BiConsumer<TestCommittee, TestNode> fault) {
        return Arguments.of(name, reason, fault);
    }

    private static int rank(TestCommittee committee, TestNode node) {
        return committee.container().committee().rankOf(node.record().id()).orElseThrow();
    }

    private String id(int rank) {
        return committee.at(rank).record().id();
    }

    private SecretBytes collect() {
        return collectShares.collect(
                committee.container(), committee.registryStatement(), agreed.certificate(), committee.accessKey());
    }
}
