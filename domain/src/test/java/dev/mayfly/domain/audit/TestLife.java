package dev.mayfly.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.TestContainer;
import dev.mayfly.domain.TestDealing;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.TestUser;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.KeyEntry;
import java.util.ArrayList;
import java.util.List;

/** A whole life as the ledger tells it: registry, keys, one container from its opening to its nodes' erasures. */
public final class TestLife {
    static final TestNetwork NETWORK = TestNetwork.of(7);
    static final TestContainer CONTAINER = TestContainer.open(NETWORK);
    static final TestDealing DEALING = TestDealing.of(CONTAINER, 5);
    static final Bytes ID = CONTAINER.id();
    static final long NOW = TestNetwork.NOW;

    static final int REGISTRY = 0;
    static final int ALICE = 1;
    static final int BOB = 2;
    static final int CREATED = 3;
    static final int ACTIVATED = 4;
    static final int SENT = 5;
    static final int DELIVERED = 6;
    static final int ERASED = 7;

    /** What an entry records, and when. */
    public record Step(long time, EntryBody body) {}

    private TestLife() {}

    /** The steps of a life, to be changed by a test. */
    public static List<Step> steps() {
        return new ArrayList<>(List.of(
                new Step(NOW - 60, new EntryBody.RegistryPublished(NETWORK.signed(NETWORK.registry()))),
                new Step(NOW - 50, keys(CONTAINER.sender(), 1, KeyEntry.NO_PREDECESSOR)),
                new Step(NOW - 40, keys(CONTAINER.receiver(), 1, KeyEntry.NO_PREDECESSOR)),
                new Step(NOW, created()),
                new Step(NOW + 1, activated()),
                new Step(NOW + 2, new EntryBody.MessageSent(ID, TestNetwork.digest())),
                new Step(NOW + 3, new EntryBody.ContainerDelivered(ID, TestNetwork.digest())),
                new Step(NOW + 4, erased(1, 2, 3, 4, 5))));
    }

    static EntryBody.ContainerCreated created() {
        return new EntryBody.ContainerCreated(
                CONTAINER.fields().encoded(),
                CONTAINER.drawn().proof().bytes(),
                CONTAINER.drawn().committee().ids(),
                TestNetwork.digest());
    }

    static EntryBody.ContainerActivated activated() {
        return new EntryBody.ContainerActivated(
                ID, DEALING.statement().compact(), DEALING.holdings(), TestNetwork.digest());
    }

    static EntryBody.SharesErased erased(int... ranks) {
        List<String> erasures = new ArrayList<>();
        try {
            for (int rank : ranks) {
                erasures.add(DEALING.erasure(rank));
            }
        } catch (RejectedException impossible) {
            throw new AssertionError(impossible);
        }
        return new EntryBody.SharesErased(ID, erasures);
    }

    static KeyEntry.KeysRegistered keys(TestUser user, long version, Bytes predecessor) {
        Bytes index = KeyIndex.of(user.id(), NETWORK.vrf()).value();
        return new KeyEntry.KeysRegistered(
                index, version, predecessor, user.keys().commitment(user.salts().keys()));
    }

    /** The entries that record these steps. */
    public static List<Entry> entries(List<Step> steps) {
        List<Entry> entries = new ArrayList<>();
        Bytes prev = Entry.genesis(TestNetwork.NAME, Entry.LANE);
        for (Step step : steps) {
            Entry entry = Entry.following(prev, entries.size(), step.time, step.body);
            entries.add(entry);
            prev = entry.digest();
        }
        return entries;
    }

    /** Their canonical bytes. */
    static List<Bytes> chain(List<Step> steps) {
        return new ArrayList<>(entries(steps).stream().map(Entry::encoded).toList());
    }

    static LedgerReport verify(List<Bytes> chain) {
        return new LedgerVerifier(NETWORK.network()).verify(chain.iterator());
    }

    /** The first finding in these steps is at a position and in these words. */
    static void found(List<Step> steps, int seq, String words) {
        LedgerReport report = verify(chain(steps));
        assertThat(report.holds()).isFalse();
        Finding first = report.findings().get(0);
        assertThat(first.seq()).isEqualTo(seq);
        assertThat(first.found()).contains(words);
    }
}
