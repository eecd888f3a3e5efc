package dev.mayfly.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.TestContainer;
import dev.mayfly.domain.TestDealing;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.share.Release;
import dev.mayfly.domain.share.ReleaseRequest;
import dev.mayfly.domain.statement.Issued;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every lie that a node can sign in a release is proven, and nothing that an honest node signs ever is. */
class ReleaseEvidenceTest {
    private static final String OF_ANOTHER = "names another rank, container or dealing";
    private static final String NO_SHARE = "does not open to a share of its rank";
    private static final String NO_FIT = "does not fit the dealing's commitments";

    private static final TestNetwork NETWORK = TestNetwork.of(7);
    private static final TestDealing DEALING = TestDealing.of(TestContainer.open(NETWORK), 5);
    private static final TestRelease ASKED = TestRelease.asked(DEALING, 2);

    static Stream<Arguments> lies() {
        Bytes id = DEALING.container().id();
        Bytes dealing = DEALING.statement().digest();
        return Stream.of(
                lie("a share that nobody dealt", NO_FIT, asked -> asked.releasing(asked.forged())),
                lie(
                        "another node's share",
                        NO_SHARE,
                        asked -> asked.releasing(DEALING.dealt().share(3))),
                lie(
                        "sealed for another rank",
                        NO_SHARE,
                        asked -> asked.sealing(
                                asked.info(3), DEALING.dealt().share(2).encode())),
                lie(
                        "sealed to another key",
                        NO_SHARE,
                        asked -> asked.sealed(TestRelease.asked(DEALING, 2).sealedShare())),
                lie(
                        "no share at all",
                        NO_SHARE,
                        asked -> asked.sealing(
                                asked.info(2), SecretBytes.adopt("nothing".getBytes(StandardCharsets.UTF_8)))),
                lie("no ciphertext at all", NO_SHARE, asked -> asked.sealed(Bytes.of(new byte[0]))),
                lie("no point", NO_SHARE, asked -> asked.sealed(Bytes.of(new byte[180]))),
                lie("another rank", OF_ANOTHER, asked -> asked.naming(id, 3, dealing)),
                lie("another container", OF_ANOTHER, asked -> asked.naming(TestNetwork.digest(), 2, dealing)),
                lie("another dealing", OF_ANOTHER, asked -> asked.naming(id, 2, TestNetwork.digest())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void prove_namesTheNodeWhenItSigned(String name, String what, Function<TestRelease, String> lie)
            throws RejectedException {
        Misbehaviour proven = proven(ASKED.evidence(lie.apply(ASKED)));
        assertThat(proven.what()).contains(what);
        assertThat(proven)
                .isEqualTo(new Misbehaviour(
                        DEALING.container().node(2).id(),
                        DEALING.container().node(2).operator(),
                        DEALING.container().id(),
                        2,
                        TestNetwork.NOW,
                        proven.what()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void file_isReadAsItWasWrittenAndProvesTheSame(String name, String what, Function<TestRelease, String> lie)
            throws RejectedException {
        ReleaseEvidence evidence = ASKED.evidence(lie.apply(ASKED));
        ReleaseEvidence read = ReleaseEvidence.parse(evidence.toJson());
        assertThat(read).isEqualTo(evidence);
        assertThat(proven(read).what()).contains(what);
    }

    @Test
    void prove_convictsNobodyForWhatEveryHonestNodeAnswers() {
        for (int rank = 1; rank <= 5; rank++) {
            TestRelease asked = TestRelease.asked(DEALING, rank);
            unproven(asked.evidence(asked.honest()), "gives the share that was asked for");
        }
    }

    /** A stand-by of the draw that contributed nothing was dealt no share: it has none to release, and says so. */
    @Test
    void prove_convictsWhoeverReleasesWithoutAShare() throws RejectedException {
        TestRelease asked = TestRelease.asked(TestDealing.of(DEALING.container(), 4), 5);
        assertThat(proven(asked.evidence(asked.releasing(asked.forged()))).rank())
                .isEqualTo(5);
    }

    /** The opener signs two dealings of one container; the node holds one of them. */
    @Test
    void prove_convictsNobodyWithAnotherDealing() {
        TestDealing other = TestDealing.of(DEALING.container(), 5);
        ReleaseEvidence honest = ASKED.evidence(ASKED.honest());
        unproven(with(honest, ASKED.request().compact(), other.statement().compact()), "request: ");
        TestRelease askedForOther = TestRelease.asked(other, 2, ASKED.oneTimeKey());
        unproven(
                with(
                        honest,
                        askedForOther.request().compact(),
                        other.statement().compact()),
                "answers another request");
    }

    @Test
    void prove_convictsNobodyWithAnotherRequest() {
        ReleaseEvidence honest = ASKED.evidence(ASKED.honest());
        // The same node, asked again with the same key; another node; the same claims in the name of somebody else.
        unproven(with(honest, TestRelease.asked(DEALING, 2, ASKED.oneTimeKey())), "answers another request");
        unproven(with(honest, TestRelease.asked(DEALING, 3, ASKED.oneTimeKey())), "header: ");
        SigningPrivateKey stranger = SigningPrivateKey.generate(TestNetwork.RANDOM);
        String foreign =
                ReleaseRequest.TYPE.sign(ASKED.request().claims(), stranger).compact();
        unproven(with(honest, foreign, honest.dealing()), "header: ");
    }

    @Test
    void prove_convictsNobodyWithAnotherOneTimeKey() {
        ReleaseEvidence honest = ASKED.evidence(ASKED.honest());
        Bytes other = TestRelease.scalar(HpkePrivateKey.generate(TestNetwork.RANDOM));
        unproven(with(honest, other), "the request names another one-time key");
        unproven(with(honest, Bytes.of(new byte[32])), "");
        unproven(with(honest, Bytes.of(new byte[31])), "");
    }

    /** Everything around an honest release may come from another container of the same parties, even from another draw. */
    @Test
    void prove_convictsNobodyWithAnotherContainer() {
        TestDealing other = TestDealing.of(TestContainer.open(NETWORK), 5);
        for (int rank = 1; rank <= 5; rank++) {
            TestRelease asked = TestRelease.asked(other, rank, ASKED.oneTimeKey());
            unproven(asked.evidence(ASKED.honest()), "");
            unproven(withContainer(ASKED.evidence(ASKED.honest()), other.container()), "");
        }
    }

    /** Somebody who is not the node signs a lie in its place. */
    @Test
    void prove_convictsNobodyWithoutTheNodesSignature() {
        Release lie = new Release(
                TestNetwork.issued(Issued.PARTIES),
                DEALING.container().id(),
                2,
                DEALING.statement().digest(),
                ASKED.request().digest(),
                Bytes.of(new byte[180]));
        unproven(ASKED.evidence(ASKED.signed(lie, DEALING.container().nodeKey(3))), "header: ");
        unproven(ASKED.evidence(ASKED.signed(lie, DEALING.container().accessKey())), "header: ");
    }

    /** An admin of somebody else's puts a key of its own in the node's place. */
    @Test
    void prove_convictsNobodyUnderAnotherNetworksAdmin() {
        TestNetwork foreign = TestNetwork.of(7);
        ReleaseEvidence lie = ASKED.evidence(ASKED.releasing(ASKED.forged()));
        assertThatThrownBy(() -> lie.prove(foreign.network())).isInstanceOf(RejectedException.class);
    }

    @Test
    void prove_provesNothingWithARegistryThatIsTooSmallForTheDraw() {
        TestNetwork small = TestNetwork.of(4);
        ReleaseEvidence lie = ASKED.evidence(ASKED.releasing(ASKED.forged()));
        ReleaseEvidence few = new ReleaseEvidence(
                lie.container(),
                lie.proof(),
                NETWORK.signed(small.registry()),
                lie.dealing(),
                lie.request(),
                lie.release(),
                lie.oneTimeKey());
        unproven(few, "registry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "{\"evidence\":\"mayfly/v1/evidence/release\"}"})
    void parse_refusesWhatIsNoEvidence(String text) {
        refused(text);
    }

    @Test
    void parse_refusesEveryOtherSpelling() {
        String text = new String(ASKED.evidence(ASKED.honest()).toJson(), StandardCharsets.UTF_8);
        refused(text + "\n");
        refused(text.replace(",", ", "));
        refused(text.replace("/v1/", "/v2/"));
        refused(text.replace("{\"evidence\"", "{\"more\":1,\"evidence\""));
        refused(text.replace("release\",\"container\"", "release\",\"evidence\":\"x\",\"container\""));
        refused(text.replace("mayfly/v1", "mayfly\\u002fv1"));
        refused(" ".repeat(ReleaseEvidence.MAX_BYTES) + text);
    }

    private static Misbehaviour proven(ReleaseEvidence evidence) throws RejectedException {
        return evidence.prove(NETWORK.network());
    }

    private static void unproven(ReleaseEvidence evidence, String why) {
        assertThatThrownBy(() -> evidence.prove(NETWORK.network()))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining(why);
    }

    private static void refused(String text) {
        assertThatThrownBy(() -> ReleaseEvidence.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RejectedException.class);
    }

    private static ReleaseEvidence with(ReleaseEvidence evidence, TestRelease asked) {
        return with(evidence, asked.request().compact(), evidence.dealing());
    }

    private static ReleaseEvidence with(ReleaseEvidence evidence, String request, String dealing) {
        return new ReleaseEvidence(
                evidence.container(),
                evidence.proof(),
                evidence.registry(),
                dealing,
                request,
                evidence.release(),
                evidence.oneTimeKey());
    }

    private static ReleaseEvidence with(ReleaseEvidence evidence, Bytes oneTimeKey) {
        return new ReleaseEvidence(
                evidence.container(),
                evidence.proof(),
                evidence.registry(),
                evidence.dealing(),
                evidence.request(),
                evidence.release(),
                oneTimeKey);
    }

    private static ReleaseEvidence withContainer(ReleaseEvidence evidence, TestContainer container) {
        return new ReleaseEvidence(
                container.fields().encoded(),
                container.drawn().proof().bytes(),
                evidence.registry(),
                evidence.dealing(),
                evidence.request(),
                evidence.release(),
                evidence.oneTimeKey());
    }

    private static Arguments lie(String name, String what, Function<TestRelease, String> lie) {
        return Arguments.of(name, what, lie);
    }
}
