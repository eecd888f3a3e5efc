package dev.mayfly.domain.dealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.domain.TestContainer;
import dev.mayfly.domain.TestDealing;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.statement.Issued;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shared is what the drawn nodes contributed, and nobody but the access key deals it. */
class DealingTest {

    private static final TestNetwork NETWORK = TestNetwork.of(7);
    private static final TestContainer CONTAINER = TestContainer.open(NETWORK);
    private static final TestDealing HONEST = TestDealing.of(CONTAINER, 5);
    private static final List<String> CONTRIBUTIONS = HONEST.claims().contributions();
    private static final List<Bytes> COMMITMENTS = HONEST.claims().commitments();

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void verify_acceptsFromTheQuorumToTheWholeCommittee(int contributors) throws RejectedException {
        TestDealing dealing = TestDealing.of(CONTAINER, contributors);
        Dealing verified = dealing.verified();
        assertThat(verified.contributions()).hasSize(contributors);
        assertThat(verified.digest()).isEqualTo(dealing.statement().digest());
        assertThat(verified.commitments()).isEqualTo(dealing.dealt().commitments());
    }

    @Test
    void verify_refusesOneContributionLessThanTheQuorum() {
        TestDealing dealing = TestDealing.of(CONTAINER, 3);
        assertThatThrownBy(dealing::verified)
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("3 contributions where 4 to 5 are needed");
    }

    /** Six ranks were drawn, but a dealing has at most n shares. */
    @Test
    void verify_refusesOneContributionMoreThanTheCommittee() {
        TestDealing dealing = TestDealing.of(CONTAINER, 6);
        assertThatThrownBy(dealing::verified).isInstanceOf(RejectedException.class);
    }

    @Test
    void verify_refusesContributionsTwiceOrOutOfOrder() {
        List<String> twice = new ArrayList<>(CONTRIBUTIONS.subList(0, 4));
        twice.set(1, twice.get(0));
        List<String> reordered = new ArrayList<>(CONTRIBUTIONS);
        reordered.set(0, CONTRIBUTIONS.get(1));
        reordered.set(1, CONTRIBUTIONS.get(0));
        refused(claims(twice, COMMITMENTS));
        refused(claims(reordered, COMMITMENTS));
    }

    @Test
    void verify_refusesOneContributionLeftOutOfTheSum() {
        refused(claims(CONTRIBUTIONS.subList(0, 4), COMMITMENTS));
    }

    @Test
    void verify_refusesASecretThatNobodyContributed() {
        List<Bytes> other = new ArrayList<>(COMMITMENTS);
        other.set(0, Opening.random(TestNetwork.RANDOM).commit().bytes());
        refused(claims(CONTRIBUTIONS, other));
    }

    @Test
    void verify_refusesOneCommitmentMoreOrLessThanK() {
        List<Bytes> more = new ArrayList<>(COMMITMENTS);
        more.add(Opening.random(TestNetwork.RANDOM).commit().bytes());
        refused(claims(CONTRIBUTIONS, more));
        refused(claims(CONTRIBUTIONS, COMMITMENTS.subList(0, 2)));
    }

    @Test
    void verify_refusesACommitmentThatIsNoPoint() {
        List<Bytes> other = new ArrayList<>(COMMITMENTS);
        other.set(2, Bytes.of(new byte[33]));
        refused(claims(CONTRIBUTIONS, other));
    }

    @Test
    void verify_refusesAnotherContainerNetworkOrAudience() {
        TestContainer other = TestContainer.open(NETWORK);
        DealingStatement claims = HONEST.claims();
        refused(new DealingStatement(claims.issued(), other.id(), CONTRIBUTIONS, COMMITMENTS));
        for (Issued issued : List.of(
                new Issued(
                        "othernet",
                        Issued.PUBLIC,
                        TestNetwork.NOW,
                        claims.issued().jti()),
                new Issued(
                        TestNetwork.NAME,
                        Issued.NODES,
                        TestNetwork.NOW,
                        claims.issued().jti()))) {
            refused(new DealingStatement(issued, CONTAINER.id(), CONTRIBUTIONS, COMMITMENTS));
        }
    }

    /** The coordinator drew the container, and still cannot deal to it. */
    @Test
    void verify_refusesAnySignerButTheAccessKey() {
        SigningPrivateKey foreign = SigningPrivateKey.generate(TestNetwork.RANDOM);
        String compact = DealingStatement.TYPE.sign(HONEST.claims(), foreign).compact();
        assertThatThrownBy(() -> Dealing.verify(compact, CONTAINER.drawn())).isInstanceOf(RejectedException.class);
    }

    @Test
    void contribution_acceptedOfTheNodeAtItsRank() throws RejectedException {
        assertThat(Contribution.verify(contribution(2, 2, 0), CONTAINER.drawn())
                        .claims()
                        .rank())
                .isEqualTo(2);
        assertThat(Contribution.verify(contribution(6, 6, 0), CONTAINER.drawn())
                        .claims()
                        .rank())
                .isEqualTo(6);
    }

    @Test
    void contribution_refusedOfAnotherNodeOrOfNoRankDrawn() {
        refusedContribution(contribution(2, 3, 0));
        refusedContribution(contribution(7, 3, 0));
        refusedContribution(contribution(0, 3, 0));
        refusedContribution(contribution(129, 3, 0));
    }

    @Test
    void contribution_refusedWhenItsEpochIsNotTheOneInWhichTheContainerEnds() {
        refusedContribution(contribution(2, 2, -1));
        refusedContribution(contribution(2, 2, 3600));
    }

    @Test
    void contribution_refusedForAnotherContainerNetworkOrAudience() {
        TestContainer other = TestContainer.open(NETWORK);
        refusedContribution(signed(TestNetwork.issued(Issued.PUBLIC), other.id(), 2, 2, 0));
        refusedContribution(signed(TestNetwork.issued(Issued.PARTIES), CONTAINER.id(), 2, 2, 0));
        Issued othernet = Issued.now("othernet", Issued.PUBLIC, TestNetwork.clock(), TestNetwork.RANDOM);
        refusedContribution(signed(othernet, CONTAINER.id(), 2, 2, 0));
    }

    @Test
    void contributeRequest_acceptedOfTheContainersAccessKey() throws RejectedException {
        ContributeRequest request = request(CONTAINER.id());
        String compact =
                ContributeRequest.TYPE.sign(request, CONTAINER.accessKey()).compact();
        assertThat(ContributeRequest.verify(compact).claims()).isEqualTo(request);
    }

    @Test
    void contributeRequest_refusedOfAnotherSignerOrForFieldsOfAnotherContainer() {
        SigningPrivateKey foreign = SigningPrivateKey.generate(TestNetwork.RANDOM);
        String byForeign =
                ContributeRequest.TYPE.sign(request(CONTAINER.id()), foreign).compact();
        String ofOther = ContributeRequest.TYPE
                .sign(request(TestNetwork.digest()), CONTAINER.accessKey())
                .compact();
        assertThatThrownBy(() -> ContributeRequest.verify(byForeign)).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> ContributeRequest.verify(ofOther)).isInstanceOf(RejectedException.class);
    }

    private static ContributeRequest request(Bytes containerId) {
        return new ContributeRequest(
                TestNetwork.issued(CONTAINER.node(1).id()),
                containerId,
                CONTAINER.fields(),
                CONTAINER.drawn().proof().bytes(),
                HpkePrivateKey.generate(TestNetwork.RANDOM).publicKey());
    }

    private static String contribution(int rank, int signer, long epoch) {
        return signed(TestNetwork.issued(Issued.PUBLIC), CONTAINER.id(), rank, signer, epoch);
    }

    /** A contribution of the node at rank {@code signer} whose epoch ends so many seconds after the right one. */
    private static String signed(Issued issued, Bytes containerId, int rank, int signer, long epoch) {
        Contribution claims = new Contribution(
                issued,
                containerId,
                rank,
                Opening.random(TestNetwork.RANDOM).commit(),
                CONTAINER.drawn().epochEnd() + epoch,
                HpkePrivateKey.generate(TestNetwork.RANDOM).publicKey());
        return Contribution.TYPE.sign(claims, CONTAINER.nodeKey(signer)).compact();
    }

    private static DealingStatement claims(List<String> contributions, List<Bytes> commitments) {
        return new DealingStatement(HONEST.claims().issued(), CONTAINER.id(), contributions, commitments);
    }

    private static void refused(DealingStatement claims) {
        String compact =
                DealingStatement.TYPE.sign(claims, CONTAINER.accessKey()).compact();
        assertThatThrownBy(() -> Dealing.verify(compact, CONTAINER.drawn())).isInstanceOf(RejectedException.class);
    }

    private static void refusedContribution(String compact) {
        assertThatThrownBy(() -> Contribution.verify(compact, CONTAINER.drawn()))
                .isInstanceOf(RejectedException.class);
    }
}
