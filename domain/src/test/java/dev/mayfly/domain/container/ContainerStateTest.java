package dev.mayfly.domain.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.TestContainer;
import dev.mayfly.domain.TestNetwork;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContainerStateTest {

    private static final long NOW = TestNetwork.NOW;
    private static final long END = NOW + TestContainer.LIFETIME;
    private static final TestContainer CONTAINER = TestContainer.open(TestNetwork.of(5));

    /** All twenty-five: a row for each state, in the order of the columns. */
    @ParameterizedTest
    @CsvSource({
        "OPENING,   false, true,  false, false, true",
        "ACTIVE,    false, false, true,  true,  true",
        "DELIVERED, false, false, false, false, false",
        "REVOKED,   false, false, false, false, false",
        "EXPIRED,   false, false, false, false, false"
    })
    void mayBecome_allowsTheValidTransitionsOnly(
            ContainerState from, boolean opening, boolean active, boolean delivered, boolean revoked, boolean expired) {
        assertThat(from.mayBecome(ContainerState.OPENING)).isEqualTo(opening);
        assertThat(from.mayBecome(ContainerState.ACTIVE)).isEqualTo(active);
        assertThat(from.mayBecome(ContainerState.DELIVERED)).isEqualTo(delivered);
        assertThat(from.mayBecome(ContainerState.REVOKED)).isEqualTo(revoked);
        assertThat(from.mayBecome(ContainerState.EXPIRED)).isEqualTo(expired);
    }

    @ParameterizedTest
    @EnumSource
    void isEnd_whereNothingComesAfter(ContainerState state) {
        boolean nothing = List.of(ContainerState.values()).stream().noneMatch(state::mayBecome);
        assertThat(state.isEnd()).isEqualTo(nothing);
    }

    @ParameterizedTest
    @EnumSource
    void of_readsItsOwnLabel(ContainerState state) throws RejectedException {
        assertThat(ContainerState.of(state.label())).isEqualTo(state);
        assertThatThrownBy(() -> ContainerState.of(state.name())).isInstanceOf(RejectedException.class);
    }

    @Test
    void stateAt_openingExpiresAfterTwoMinutes() {
        StoredContainer opening = stored(CONTAINER.fields(), ContainerState.OPENING, NOW);
        assertThat(opening.stateAt(NOW)).isEqualTo(ContainerState.OPENING);
        assertThat(opening.stateAt(NOW + 119)).isEqualTo(ContainerState.OPENING);
        assertThat(opening.stateAt(NOW + 120)).isEqualTo(ContainerState.EXPIRED);
        assertThat(opening.stateAt(END)).isEqualTo(ContainerState.EXPIRED);
    }

    @Test
    void stateAt_activeExpiresInTheSecondOfItsEnd() {
        StoredContainer active = stored(CONTAINER.fields(), ContainerState.ACTIVE, NOW);
        assertThat(active.stateAt(NOW + 120)).isEqualTo(ContainerState.ACTIVE);
        assertThat(active.stateAt(END - 1)).isEqualTo(ContainerState.ACTIVE);
        assertThat(active.stateAt(END)).isEqualTo(ContainerState.EXPIRED);
        assertThat(active.stateAt(END + 1)).isEqualTo(ContainerState.EXPIRED);
    }

    @ParameterizedTest
    @EnumSource(names = {"DELIVERED", "REVOKED", "EXPIRED"})
    void stateAt_endsStayWhatTheyAre(ContainerState end) {
        StoredContainer ended = stored(CONTAINER.fields(), end, NOW);
        assertThat(ended.stateAt(NOW)).isEqualTo(end);
        assertThat(ended.stateAt(END)).isEqualTo(end);
    }

    /** The two minutes run by the coordinator's clock, the life by what the opener wrote: the shorter one decides. */
    @Test
    void stateAt_openingExpiresWithItsLifeWhenThatIsShorter() {
        ContainerFields fields = CONTAINER.fields();
        StoredContainer late = stored(fields, ContainerState.OPENING, END - 10);
        assertThat(late.stateAt(END - 1)).isEqualTo(ContainerState.OPENING);
        assertThat(late.stateAt(END)).isEqualTo(ContainerState.EXPIRED);
    }

    @Test
    void endedAt_isHalfOpen() {
        assertThat(CONTAINER.fields().endedAt(END - 1)).isFalse();
        assertThat(CONTAINER.fields().endedAt(END)).isTrue();
    }

    private static StoredContainer stored(ContainerFields fields, ContainerState state, long createdAt) {
        return new StoredContainer(
                fields,
                CONTAINER.drawn().proof().bytes(),
                1,
                List.of(),
                "open",
                createdAt,
                state,
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
