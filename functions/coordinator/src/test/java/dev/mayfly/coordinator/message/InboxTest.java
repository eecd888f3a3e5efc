package dev.mayfly.coordinator.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.CoordinatorTest;
import dev.mayfly.coordinator.party.TestContainer;
import dev.mayfly.coordinator.party.TestParty;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.container.RevokeStatement;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.message.InboxStatement;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.dynamo.schema.KeyAttribute;
import dev.mayfly.dynamo.schema.TableSchema;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@QuarkusTest
class InboxTest extends CoordinatorTest {
    private static final Bytes FIRST_PAGE = Bytes.of(new byte[0]);

    @Test
    void inbox_givesEitherPartyAnInvitationThatItCanOpen() throws Exception {
        TestContainer container = opened();

        for (TestParty party : List.of(alice, bob)) {
            CoordinatorApi.InboxItem item = onlyItem(party);
            assertThat(item.containerId()).isEqualTo(container.id());
            assertThat(item.expiresAt()).isEqualTo(container.fields().expiresAt());
            try (Invitation invitation = Invitation.open(item.invitation(), container.id(), party.encryption())) {
                invitation.requireParty(Role.SENDER, alice.keys());
                invitation.requireParty(Role.RECEIVER, bob.keys());
                assertThat(invitation.fields()).isEqualTo(container.fields());
            }
        }
    }

    @Test
    void inbox_showsStrangersNothing() {
        opened();

        assertThat(page(registered("carol"), FIRST_PAGE)).isEqualTo(new CoordinatorApi.Inbox(List.of(), FIRST_PAGE));
    }

    @Test
    void inbox_isInTheOrderOfContainerIds() {
        List<Bytes> ids = Stream.generate(this::opened)
                .limit(5)
                .map(TestContainer::id)
                .sorted()
                .toList();

        assertThat(page(bob, FIRST_PAGE).items())
                .extracting(CoordinatorApi.InboxItem::containerId)
                .isEqualTo(ids);
    }

    @Test
    void inbox_isReadToItsEndPageByPage() {
        List<Bytes> ids = fill(bob, 250, clock.seconds() + 600);

        CoordinatorApi.Inbox first = page(bob, FIRST_PAGE);
        CoordinatorApi.Inbox second = page(bob, first.next());
        CoordinatorApi.Inbox third = page(bob, second.next());

        assertThat(first.items()).hasSize(100);
        assertThat(second.items()).hasSize(100);
        assertThat(third.next()).isEqualTo(FIRST_PAGE);
        List<CoordinatorApi.InboxItem> all = new ArrayList<>(first.items());
        all.addAll(second.items());
        all.addAll(third.items());
        assertThat(all).extracting(CoordinatorApi.InboxItem::containerId).isEqualTo(ids);
    }

    @Test
    void inbox_endsAfterAPageThatIsJustFull() {
        fill(bob, 100, clock.seconds() + 600);

        CoordinatorApi.Inbox first = page(bob, FIRST_PAGE);

        assertThat(first.items()).hasSize(100);
        assertThat(page(bob, first.next())).isEqualTo(new CoordinatorApi.Inbox(List.of(), FIRST_PAGE));
    }

    @Test
    void inbox_findsWhatIsBehindManyThatExpired() {
        fill(bob, 250, clock.seconds());
        List<Bytes> living = fill(bob, 3, clock.seconds() + 600);

        CoordinatorApi.Inbox inbox = page(bob, FIRST_PAGE);

        assertThat(inbox.items())
                .extracting(CoordinatorApi.InboxItem::containerId)
                .isEqualTo(living);
        assertThat(inbox.next()).isEqualTo(FIRST_PAGE);
    }

    @Test
    void inbox_losesAContainerWithTheReceipt() {
        TestContainer container = active();
        TestContainer other = opened();
        deliver(send(container));

        assertThat(onlyItem(alice).containerId()).isEqualTo(other.id());
        assertThat(onlyItem(bob).containerId()).isEqualTo(other.id());
    }

    @Test
    void inbox_losesAContainerThatIsRevoked() {
        TestContainer container = active();
        var claims = new RevokeStatement(bob.issued(), container.id());
        var request = new CoordinatorApi.Revoke(
                bob.states(RevokeStatement.TYPE, claims), container.openingOf(bob), container.end());
        bob.ask("revoke", request, CoordinatorApi.State.class);

        assertThat(inbox(alice)).isEmpty();
        assertThat(inbox(bob)).isEmpty();
    }

    @Test
    void inbox_tellsHowContainersStand() {
        TestContainer container = opened();
        assertItem(container, "opening", false);
        activate(container);
        assertItem(container, "active", false);
        send(container);
        assertItem(container, "active", true);
    }

    @Test
    void inbox_leavesOutWhatWasNotActivatedInTime() {
        opened();
        long opened = clock.seconds();

        clock.set(opened + 119);
        assertThat(inbox(bob)).hasSize(1);
        clock.set(opened + 120);
        assertThat(inbox(bob)).isEmpty();
        assertThat(inbox(alice)).isEmpty();
    }

    @Test
    void inbox_leavesOutWhatExpiredFromTheSecondOn() {
        TestContainer container = active();

        clock.set(container.fields().expiresAt() - 1);
        assertThat(page(bob, FIRST_PAGE).items()).hasSize(1);
        clock.set(container.fields().expiresAt());
        assertThat(page(bob, FIRST_PAGE).items()).isEmpty();
        assertThat(page(alice, FIRST_PAGE).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 33})
    void inbox_isRejectedWhenThePageStartsAtNoContainerId(int size) {
        refused(bob, asks(bob, bob.issued(), Bytes.random(random, size)), ErrorCode.REJECTED);
    }

    @Test
    void inbox_isRejectedWhenTheTokensUserDidNotSign() {
        refused(alice, asks(bob, bob.issued(), FIRST_PAGE), ErrorCode.REJECTED);
    }

    @Test
    void inbox_isRefusedWhenTheStatementIsMoreThanAMinuteOff() {
        refused(bob, asks(bob, bob.issuedAhead(-61), FIRST_PAGE), ErrorCode.STATEMENT_NOT_CURRENT);
        refused(bob, asks(bob, bob.issuedAhead(61), FIRST_PAGE), ErrorCode.STATEMENT_NOT_CURRENT);
    }

    @Test
    void inbox_isRefusedWhenTheCallerRegisteredNoKeys() {
        TestParty carol = unregistered("carol");

        refused(carol, asks(carol, carol.issued(), FIRST_PAGE), ErrorCode.KEYS_UNKNOWN);
    }

    private void assertItem(TestContainer container, String state, boolean messageStored) {
        for (TestParty party : List.of(alice, bob)) {
            CoordinatorApi.InboxItem item = onlyItem(party);
            assertThat(item.containerId()).isEqualTo(container.id());
            assertThat(item.role()).isEqualTo(container.openingOf(party).role());
            assertThat(item.state()).isEqualTo(state);
            assertThat(item.messageStored()).isEqualTo(messageStored);
        }
    }

    private CoordinatorApi.InboxItem onlyItem(TestParty party) {
        List<CoordinatorApi.InboxItem> items = page(party, FIRST_PAGE).items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private CoordinatorApi.Inbox page(TestParty party, Bytes after) {
        return party.ask("inbox", asks(party, party.issued(), after), CoordinatorApi.Inbox.class);
    }

    private static CoordinatorApi.Ask asks(TestParty party, Issued issued, Bytes after) {
        return new CoordinatorApi.Ask(party.states(InboxStatement.TYPE, new InboxStatement(issued, after)));
    }

    private static void refused(TestParty caller, CoordinatorApi.Ask request, ErrorCode code) {
        caller.refused("inbox", request, code, "/statement");
    }

    /** Lays items into a mailbox without containers behind them; returns their ids in order. */
    private List<Bytes> fill(TestParty owner, int count, long expiresAt) {
        List<Bytes> ids = Stream.generate(() -> Bytes.random(random, 32))
                .limit(count)
                .sorted()
                .toList();
        AttributeValue mailbox = binary(indexOf(owner));
        for (Bytes id : ids) {
            dynamoDb.putItem(put -> put.tableName(table(TableSchema.MAILBOX))
                    .item(Map.of(
                            KeyAttribute.MAILBOX,
                            mailbox,
                            KeyAttribute.CONTAINER_ID,
                            binary(id),
                            KeyAttribute.EXPIRES_AT,
                            AttributeValue.fromN(String.valueOf(expiresAt)),
                            "overAt",
                            AttributeValue.fromN(String.valueOf(expiresAt)),
                            "ownerRole",
                            AttributeValue.fromS("receiver"),
                            "containerState",
                            AttributeValue.fromS("active"),
                            "messageStored",
                            AttributeValue.fromBool(true),
                            "invitation",
                            binary(Bytes.random(random, 400)))));
        }
        return ids;
    }

    private static AttributeValue binary(Bytes bytes) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(bytes.toByteArray()));
    }
}
