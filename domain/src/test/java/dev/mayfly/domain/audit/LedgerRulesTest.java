package dev.mayfly.domain.audit;

import static dev.mayfly.domain.audit.TestLife.ACTIVATED;
import static dev.mayfly.domain.audit.TestLife.ALICE;
import static dev.mayfly.domain.audit.TestLife.CONTAINER;
import static dev.mayfly.domain.audit.TestLife.CREATED;
import static dev.mayfly.domain.audit.TestLife.DEALING;
import static dev.mayfly.domain.audit.TestLife.DELIVERED;
import static dev.mayfly.domain.audit.TestLife.ERASED;
import static dev.mayfly.domain.audit.TestLife.ID;
import static dev.mayfly.domain.audit.TestLife.NETWORK;
import static dev.mayfly.domain.audit.TestLife.NOW;
import static dev.mayfly.domain.audit.TestLife.REGISTRY;
import static dev.mayfly.domain.audit.TestLife.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.TestContainer;
import dev.mayfly.domain.TestDealing;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.audit.TestLife.Step;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.registry.Registry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A coordinator whose chain is unbroken and whose entries are not what the rules allow. */
class LedgerRulesTest {

    private static final long END = NOW + TestContainer.LIFETIME;

    private final List<Step> life = TestLife.steps();

    @Test
    void committee_foundWhenItIsNotTheDraws() {
        EntryBody.ContainerCreated created = TestLife.created();
        List<String> forged = new ArrayList<>(created.committee());
        Collections.swap(forged, 0, 1);
        life.set(CREATED, at(CREATED, created(created.fields(), created.proof(), forged)));
        found(CREATED, "the draw gives");
    }

    @Test
    void committee_foundWithoutItsStandbys() {
        EntryBody.ContainerCreated created = TestLife.created();
        life.set(
                CREATED,
                at(
                        CREATED,
                        created(
                                created.fields(),
                                created.proof(),
                                created.committee().subList(0, 5))));
        found(CREATED, "the draw gives");
    }

    @Test
    void draw_foundWithTheProofOfAnotherContainer() {
        EntryBody.ContainerCreated created = TestLife.created();
        Bytes proof = TestContainer.open(NETWORK).drawn().proof().bytes();
        life.set(CREATED, at(CREATED, created(created.fields(), proof, created.committee())));
        found(CREATED, "");
    }

    @ParameterizedTest
    @ValueSource(longs = {-61, 61})
    void container_foundWhenCreatedAtAnotherTimeThanItStates(long seconds) {
        life.set(CREATED, new Step(NOW + seconds, TestLife.created()));
        found(CREATED, "at another time");
    }

    @Test
    void container_foundWhenCreatedTwice() {
        life.add(CREATED + 1, at(CREATED, TestLife.created()));
        found(CREATED + 1, "created before");
    }

    @Test
    void container_foundWhenNeverCreated() {
        life.remove(CREATED);
        found(CREATED, "never created");
    }

    @Test
    void container_foundUnderARegistryThatIsNoLongerTheNewest() {
        Registry next = new Registry(TestNetwork.NAME, 2, NETWORK.registry().nodes());
        life.add(ALICE, new Step(NOW - 55, new EntryBody.RegistryPublished(NETWORK.signed(next))));
        found(CREATED + 1, "another registry");
    }

    @Test
    void container_foundBeforeAnyRegistry() {
        life.add(CREATED, life.remove(REGISTRY));
        found(CREATED - 1, "no registry");
    }

    @ParameterizedTest
    @CsvSource({"119, true", "120, false"})
    void activation_allowedWithinTwoMinutesOnly(long seconds, boolean holds) {
        life.set(ACTIVATED, new Step(NOW + seconds, TestLife.activated()));
        assertThat(report().findings().stream().noneMatch(finding -> finding.seq() == ACTIVATED))
                .isEqualTo(holds);
    }

    @Test
    void activation_foundTwice() {
        life.add(SENT, at(ACTIVATED, TestLife.activated()));
        found(SENT, "ACTIVE never follows ACTIVE");
    }

    @Test
    void activation_foundWithTooFewHoldings() {
        life.set(ACTIVATED, at(ACTIVATED, activated(DEALING, DEALING.holdings().subList(0, 3))));
        found(ACTIVATED, "3 nodes hold the dealing where 4 are needed");
    }

    @Test
    void activation_foundWithTheHoldingsOfAnotherDealing() {
        TestDealing other = TestDealing.of(CONTAINER, 5);
        life.set(ACTIVATED, at(ACTIVATED, activated(DEALING, other.holdings())));
        found(ACTIVATED, "of another dealing");
    }

    @Test
    void activation_foundWithTheDealingOfAnotherContainer() {
        TestDealing other = TestDealing.of(TestContainer.open(NETWORK), 5);
        life.set(ACTIVATED, at(ACTIVATED, activated(other, other.holdings())));
        found(ACTIVATED, "");
    }

    @Test
    void message_foundTwice() {
        life.add(DELIVERED, at(SENT, new EntryBody.MessageSent(ID, TestNetwork.digest())));
        found(DELIVERED, "takes none");
    }

    @Test
    void message_foundBeforeActivation() {
        Collections.swap(life, ACTIVATED, SENT);
        found(ACTIVATED, "takes none");
    }

    @Test
    void message_foundAfterDelivery() {
        life.add(at(DELIVERED, new EntryBody.MessageSent(ID, TestNetwork.digest())));
        found(ERASED + 1, "takes none");
    }

    @Test
    void delivery_foundWithoutAMessage() {
        life.remove(SENT);
        found(SENT, "delivered without a message");
    }

    @Test
    void delivery_foundTwice() {
        life.add(ERASED, at(DELIVERED, new EntryBody.ContainerDelivered(ID, TestNetwork.digest())));
        found(ERASED, "DELIVERED never follows DELIVERED");
    }

    /** The half-open rule, as the ledger keeps it. */
    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void messageAndDelivery_allowedUntilTheEnd(long seconds, boolean holds) {
        life.set(SENT, new Step(END + seconds, life.get(SENT).body()));
        life.set(DELIVERED, new Step(END + seconds, life.get(DELIVERED).body()));
        life.set(ERASED, new Step(END + 2, life.get(ERASED).body()));
        assertThat(report().holds()).isEqualTo(holds);
    }

    @Test
    void delivery_foundWhenEveryShareIsErased() {
        life.add(at(ERASED, new EntryBody.ContainerDelivered(ID, TestNetwork.digest())));
        found(ERASED + 1, "DELIVERED never follows DELIVERED");
    }

    @Test
    void activation_foundAgainWhenTheFirstOneDidNotHold() {
        life.set(ACTIVATED, at(ACTIVATED, activated(DEALING, DEALING.holdings().subList(0, 3))));
        life.add(SENT, at(ACTIVATED, TestLife.activated()));
        assertThat(report().findings()).extracting(Finding::seq).contains((long) ACTIVATED, (long) SENT);
    }

    @Test
    void registry_foundWithAVersionLeftOut() {
        Registry third = new Registry(TestNetwork.NAME, 3, NETWORK.registry().nodes());
        life.add(new Step(NOW + 5, new EntryBody.RegistryPublished(NETWORK.signed(third))));
        found(ERASED + 1, "version 3 where 2 comes next");
    }

    @Test
    void registry_foundWhenItDoesNotBeginWithTheFirst() {
        Registry second = new Registry(TestNetwork.NAME, 2, NETWORK.registry().nodes());
        life.set(REGISTRY, at(REGISTRY, new EntryBody.RegistryPublished(NETWORK.signed(second))));
        found(REGISTRY, "version 2 where 1 comes next");
    }

    @Test
    void registry_foundOfAForeignAdmin() {
        String foreign = TestNetwork.of(7).signed(NETWORK.registry());
        life.set(REGISTRY, at(REGISTRY, new EntryBody.RegistryPublished(foreign)));
        found(REGISTRY, "");
    }

    @Test
    void keys_allowedVersionByVersion() {
        Bytes first = life.get(ALICE).body().encoded().sha256();
        life.add(new Step(NOW + 5, TestLife.keys(CONTAINER.sender(), 2, first)));
        assertThat(report().holds()).isTrue();
    }

    @Test
    void keys_foundWithAVersionLeftOutOrAnotherPredecessor() {
        Bytes first = life.get(ALICE).body().encoded().sha256();
        life.add(new Step(NOW + 5, TestLife.keys(CONTAINER.sender(), 3, first)));
        life.add(new Step(NOW + 6, TestLife.keys(CONTAINER.sender(), 2, TestNetwork.digest())));
        life.add(new Step(NOW + 7, TestLife.keys(CONTAINER.sender(), 1, first)));
        assertThat(report().findings()).extracting(Finding::seq).containsExactly(8L, 9L, 10L);
    }

    private Step at(int step, EntryBody body) {
        return new Step(life.get(step).time(), body);
    }

    private static EntryBody.ContainerCreated created(Bytes fields, Bytes proof, List<String> committee) {
        return new EntryBody.ContainerCreated(fields, proof, committee, TestNetwork.digest());
    }

    private static EntryBody.ContainerActivated activated(TestDealing dealing, List<String> holdings) {
        return new EntryBody.ContainerActivated(ID, dealing.statement().compact(), holdings, TestNetwork.digest());
    }

    private LedgerReport report() {
        return TestLife.verify(TestLife.chain(life));
    }

    private void found(int seq, String words) {
        TestLife.found(life, seq, words);
    }
}
