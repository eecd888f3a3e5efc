package dev.mayfly.dynamo.container;

import static dev.mayfly.dynamo.Samples.CREATED;
import static dev.mayfly.dynamo.Samples.EXPIRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.container.ContainerStore.Addressed;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.message.Mailbox;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.dynamo.Chain;
import dev.mayfly.dynamo.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Opening and activating: what every container store guarantees. */
abstract class ContainerStoreContract {
    private static final long LAST_OPENING_SECOND = CREATED + ContainerState.OPENING_SECONDS - 1;

    final List<Addressed> parties = Samples.addressed();

    abstract ContainerStore store();

    abstract Mailbox mailbox();

    abstract AuditLog log();

    StoredContainer opened(long expiresAt) {
        StoredContainer container = Samples.opening(expiresAt);
        return store().createIfAbsent(container, parties, Samples.created(container), CREATED);
    }

    StoredContainer active() {
        Bytes id = opened(EXPIRES).fields().id();
        return activate(id, Samples.certificate(), CREATED + 1);
    }

    StoredContainer activate(Bytes id, StoredContainer.Certificate certificate, long now) {
        return store().activateIfOpening(id, certificate, Samples.activated(id, certificate), now);
    }

    List<String> entries() {
        return Chain.types(Chain.linked(log().entries(0, 1000)));
    }

    /** Both parties' mailboxes hold this container alone, and say this of it. */
    void assertInMailboxes(Bytes id, ContainerState state, boolean messageStored) {
        for (Addressed party : parties) {
            assertThat(items(party))
                    .containsExactly(
                            new Mailbox.Item(id, party.role(), state, messageStored, EXPIRES, party.invitation()));
        }
    }

    void assertMailboxesEmpty() {
        assertThat(parties).allSatisfy(party -> assertThat(items(party)).isEmpty());
    }

    private List<Mailbox.Item> items(Addressed party) {
        return mailbox().page(party.mailbox(), Optional.empty(), 10, CREATED);
    }

    @Test
    void find_emptyWhenTheIdIsUnknown() {
        assertThat(store().find(Samples.bytes(32))).isEmpty();
    }

    @Test
    void createIfAbsent_keepsContainerMailboxItemsAndEntry() {
        StoredContainer container = opened(EXPIRES);

        assertThat(store().find(container.fields().id())).contains(container);
        assertInMailboxes(container.fields().id(), ContainerState.OPENING, false);
        assertThat(entries()).containsExactly("CONTAINER_CREATED");
    }

    @Test
    void createIfAbsent_returnsTheFirstWhenTheIdIsTaken() {
        StoredContainer first = opened(EXPIRES);
        StoredContainer second = Samples.opening(first.fields(), "another open");

        StoredContainer kept =
                store().createIfAbsent(second, Samples.addressed(), Samples.created(second), EXPIRES + 99);

        assertThat(kept).isEqualTo(first);
        assertThat(entries()).hasSize(1);
    }

    @Test
    void activateIfOpening_keepsTheCertificateAndAnEntry() {
        Bytes id = opened(EXPIRES).fields().id();
        StoredContainer.Certificate certificate = Samples.certificate();

        StoredContainer active = activate(id, certificate, CREATED + 1);

        assertThat(active.state()).isEqualTo(ContainerState.ACTIVE);
        assertThat(active.certificate()).contains(certificate);
        assertThat(store().find(id)).contains(active);
        assertInMailboxes(id, ContainerState.ACTIVE, false);
        assertThat(entries()).containsExactly("CONTAINER_CREATED", "CONTAINER_ACTIVATED");
    }

    @Test
    void activateIfOpening_keepsTheFirstCertificateWhenAskedAgain() {
        StoredContainer first = active();
        Bytes id = first.fields().id();

        assertThat(activate(id, first.certificate().orElseThrow(), CREATED + 2)).isEqualTo(first);
        assertThat(activate(id, Samples.certificate(), CREATED + 2)).isEqualTo(first);
        assertThat(entries()).hasSize(2);
    }

    @Test
    void activateIfOpening_activatesInTheLastSecondOfOpening() {
        Bytes id = opened(EXPIRES).fields().id();

        assertThat(activate(id, Samples.certificate(), LAST_OPENING_SECOND).state())
                .isEqualTo(ContainerState.ACTIVE);
    }

    @Test
    void activateIfOpening_changesNothingWhenOpeningIsOver() {
        StoredContainer opened = opened(EXPIRES);

        assertThat(activate(opened.fields().id(), Samples.certificate(), LAST_OPENING_SECOND + 1))
                .isEqualTo(opened);
        assertThat(entries()).hasSize(1);
    }

    @Test
    void activateIfOpening_activatesInTheLastSecondOfLife() {
        Bytes id = opened(CREATED + 10).fields().id();

        assertThat(activate(id, Samples.certificate(), CREATED + 9).state()).isEqualTo(ContainerState.ACTIVE);
    }

    @Test
    void activateIfOpening_changesNothingAtTheEndOfLife() {
        StoredContainer opened = opened(CREATED + 10);

        assertThat(activate(opened.fields().id(), Samples.certificate(), CREATED + 10))
                .isEqualTo(opened);
        assertThat(entries()).hasSize(1);
    }

    @Test
    void activateIfOpening_refusesWhenTheIdIsUnknown() {
        assertThatThrownBy(() -> activate(Samples.bytes(32), Samples.certificate(), CREATED))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CONTAINER_UNKNOWN));
        assertThat(entries()).isEmpty();
    }
}
