package dev.mayfly.coordinator.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.CoordinatorTest;
import dev.mayfly.coordinator.party.TestContainer;
import dev.mayfly.coordinator.party.TestDealing;
import dev.mayfly.coordinator.party.TestNodes;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.audit.LedgerReport;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ErasuresTest extends CoordinatorTest {
    private TestContainer container;
    private TestDealing dealing;

    @BeforeEach
    void deliverOne() {
        container = opened();
        dealing = activate(container);
        deliver(send(container));
    }

    @Test
    void erasures_areRecordedWhole() {
        List<String> erasures = dealing.erasures(1, 2, 3, 4, 5);

        assertThat(record(erasures)).containsExactlyInAnyOrder(1, 2, 3, 4, 5);

        assertThat(recorded()).containsExactly(new EntryBody.SharesErased(container.id(), erasures));
        assertThat(trail().erased()).isEqualTo(5);
        assertThat(trail().erasure()).isEqualTo("erased 5 of 5 issued: gone, even if 2 of the signers lie");
    }

    @Test
    void erasures_areRecordedOnce() {
        List<String> erasures = dealing.erasures(1, 2, 3);

        assertThat(record(erasures)).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(record(erasures)).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(record(dealing.erasures(2))).containsExactlyInAnyOrder(1, 2, 3);

        assertThat(recorded()).hasSize(1);
    }

    @Test
    void erasures_areRecordedOnceWhenANodesCameTwiceAtOnce() {
        assertThat(record(dealing.erasures(4, 4))).containsExactly(4);

        assertThat(trail().erased()).isEqualTo(1);
    }

    @Test
    void erasures_thatAreNewAreRecordedAlone() {
        record(dealing.erasures(1, 2));
        List<String> third = dealing.erasures(3);

        assertThat(record(List.of(dealing.erasures(1).get(0), third.get(0)))).containsExactlyInAnyOrder(1, 2, 3);

        assertThat(recorded().get(1)).isEqualTo(new EntryBody.SharesErased(container.id(), third));
    }

    @Test
    void erasures_tellWhatIsRecordedWhenNoneAreBrought() {
        record(dealing.erasures(5));

        assertThat(record(List.of())).containsExactly(5);
        assertThat(recorded()).hasSize(1);
    }

    @Test
    void erasures_areRejectedWhenTheirNodeDidNotSign() {
        Bytes holding = dealing.holdings().get(1).digest();
        String forged = TestNodes.erasure(container, 1, holding, SigningPrivateKey.generate(random));

        rejected(List.of(dealing.erasures(2).get(0), forged));
    }

    @Test
    void erasures_areRejectedWhenOfAnotherHolding() {
        rejected(List.of(
                TestNodes.erasure(container, 1, dealing.holdings().get(2).digest())));
    }

    @Test
    void erasures_areRejectedWhenTheNodeWasIssuedNoShare() {
        rejected(List.of(TestNodes.erasure(container, 6, Bytes.random(random, 32))));
    }

    @Test
    void erasures_areRejectedWhenOfAnotherContainer() {
        TestContainer other = opened();
        TestDealing elsewhere = activate(other);

        rejected(elsewhere.erasures(1));
    }

    @Test
    void erasures_areRefusedBeforeTheEnd() {
        TestContainer living = opened();
        TestDealing held = activate(living);

        refused(living.id(), held.erasures(1), ErrorCode.CONTAINER_NOT_ENDED);
        clock.set(living.fields().expiresAt() - 1);
        refused(living.id(), held.erasures(1), ErrorCode.CONTAINER_NOT_ENDED);
    }

    @Test
    void erasures_areTakenFromTheSecondTheContainerExpires() {
        TestContainer expiring = opened();
        TestDealing held = activate(expiring);
        clock.set(expiring.fields().expiresAt());

        var request = new CoordinatorApi.Erasures(expiring.id(), held.erasures(1, 2, 3, 4, 5));

        assertThat(anybody()
                        .ask("erasures", request, CoordinatorApi.Erased.class)
                        .ranks())
                .hasSize(5);
    }

    @Test
    void erasures_areRefusedWhenTheContainerIsUnknownOrWasNeverActive() {
        TestContainer abandoned = opened();
        clock.set(abandoned.fields().expiresAt());

        refused(Bytes.random(random, 32), List.of(), ErrorCode.CONTAINER_UNKNOWN);
        refused(abandoned.id(), List.of(), ErrorCode.CONTAINER_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 33, 3000})
    void erasures_areRejectedWhenTheContainerIdIsNone(int size) {
        var request = new CoordinatorApi.Erasures(Bytes.random(random, size), List.of());

        anybody().refused("erasures", request, ErrorCode.REJECTED, "/containerId");
    }

    private List<Integer> record(List<String> erasures) {
        var request = new CoordinatorApi.Erasures(container.id(), erasures);
        return anybody().ask("erasures", request, CoordinatorApi.Erased.class).ranks();
    }

    private void rejected(List<String> erasures) {
        anybody()
                .refused(
                        "erasures",
                        new CoordinatorApi.Erasures(container.id(), erasures),
                        ErrorCode.REJECTED,
                        "/erasures");
        assertThat(recorded()).isEmpty();
    }

    private void refused(Bytes id, List<String> erasures, ErrorCode code) {
        anybody().refused("erasures", new CoordinatorApi.Erasures(id, erasures), code);
    }

    private List<EntryBody> recorded() {
        return ledger.about(container.id()).stream()
                .map(entry -> entry.body())
                .filter(EntryBody.SharesErased.class::isInstance)
                .toList();
    }

    private LedgerReport.Trail trail() {
        return ledger.verified().containers().stream()
                .filter(trail -> trail.containerId().equals(container.id()))
                .findFirst()
                .orElseThrow();
    }
}
