package dev.mayfly.client.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.TestCommittee;
import dev.mayfly.client.TestCoordinator;
import dev.mayfly.client.party.Budgets;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.Session;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.message.InboxStatement;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.NodeClient;
import dev.mayfly.transport.Timeouts;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mailbox of several containers, handed out three a page. */
class ReadInboxTest {
    private static final int PAGE = 3;
    private static final Bytes LAST = Bytes.of(new byte[0]);

    private final TestCoordinator coordinator = new TestCoordinator();
    private final TestCommittee committee = new TestCommittee(coordinator.url());
    private final SortedMap<Bytes, CoordinatorApi.InboxItem> mailbox = new TreeMap<>();
    private final ReadInbox readInbox = new ReadInbox(session());

    @BeforeEach
    void fill() {
        Stream.generate(() -> Bytes.random(TestCommittee.RANDOM, 32)).limit(8).forEach(this::add);
        coordinator.answers("inbox", body -> {
            String question =
                    TestCoordinator.read(body, CoordinatorApi.Ask.class).statement();
            Bytes after = InboxStatement.TYPE.verifyEmbedded(question).claims().after();
            List<CoordinatorApi.InboxItem> page = mailbox.values().stream()
                    .filter(item -> item.containerId().compareTo(after) > 0)
                    .limit(PAGE)
                    .toList();
            return new CoordinatorApi.Inbox(
                    page, page.size() < PAGE ? LAST : page.get(PAGE - 1).containerId());
        });
    }

    @AfterEach
    void close() {
        committee.close();
        coordinator.close();
    }

    @Test
    void read_isAllPages() {
        assertThat(readInbox.read()).containsExactlyElementsOf(mailbox.values());
    }

    @Test
    void toReadAndToFill_tellApartWhatWaitsForThisUser() {
        mailbox.clear();
        CoordinatorApi.InboxItem toRead = add("receiver", "active", true);
        CoordinatorApi.InboxItem toFill = add("sender", "active", false);
        add("receiver", "active", false);
        add("sender", "active", true);
        add("receiver", "opening", false);
        add("sender", "opening", false);

        assertThat(readInbox.toRead()).containsExactly(toRead);
        assertThat(readInbox.toFill()).containsExactly(toFill);
        assertThat(readInbox.read()).hasSize(6);
    }

    @Test
    void find_givesEachContainerWithOneQuestion() {
        add(Bytes.concat(Bytes.of(new byte[] {7}), Bytes.of(new byte[31])));
        for (CoordinatorApi.InboxItem item : mailbox.values()) {
            int before = coordinator.server().requests().size();
            assertThat(readInbox.find(item.containerId())).contains(item);
            assertThat(coordinator.server().requests()).hasSize(before + 1);
        }
    }

    @Test
    void find_isEmptyWhenTheContainerIsNotThere() {
        assertThat(readInbox.find(Bytes.random(TestCommittee.RANDOM, 32))).isEmpty();
    }

    private CoordinatorApi.InboxItem add(String role, String state, boolean messageStored) {
        Bytes id = Bytes.random(TestCommittee.RANDOM, 32);
        var item = new CoordinatorApi.InboxItem(id, role, state, messageStored, TestCommittee.NOW + 10, id);
        mailbox.put(id, item);
        return item;
    }

    private void add(Bytes id) {
        mailbox.put(id, new CoordinatorApi.InboxItem(id, "receiver", "active", true, TestCommittee.NOW + 10, id));
    }

    private Session session() {
        HttpJson http = new HttpJson(Timeouts.USUAL);
        return new Session(
                committee.network(),
                Keyring.of(committee.bob()),
                CoordinatorClient.of(http, coordinator.url(), () -> "token"),
                new NodeClient(http),
                Budgets.USUAL,
                TestCommittee.NO_EVIDENCE,
                TestCommittee.CLOCK,
                TestCommittee.RANDOM);
    }
}
