package dev.mayfly.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.KeyEntry;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The chain in pages, its head, and one subject's trail. */
@QuarkusTest
class ChainTest extends AuditTest {
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String FOR_A_SECOND = "public, max-age=1";

    @Test
    void head_isTheGenesisBeforeTheFirstEntry() {
        var answer = get("v1/head");

        assertThat(read(answer).get("entries").asLong()).isZero();
        assertThat(read(answer).get("digest").asText()).isEqualTo(genesis().toBase64Url());
    }

    @Test
    void head_isTheLastEntrysDigestAndSoonOutOfDate() {
        append(3);

        var answer = get("v1/head");

        assertThat(read(answer).get("entries").asLong()).isEqualTo(3);
        assertThat(read(answer).get("digest").asText())
                .isEqualTo(chain.entries(2, 1).get(0).sha256().toBase64Url());
        assertThat(cacheControl(answer)).isEqualTo(FOR_A_SECOND);
    }

    @Test
    void entries_areAHundredFromTheFirstWhenNothingElseIsSaid() {
        append(103);

        var first = get("v1/entries");
        var second = get("v1/entries?from=100");

        assertThat(entries(first)).isEqualTo(chain.entries(0, 100));
        assertThat(entries(second)).isEqualTo(chain.entries(100, 3)).hasSize(3);
        assertThat(cacheControl(first)).isEqualTo(FOR_GOOD);
        assertThat(cacheControl(second)).isEqualTo(FOR_A_SECOND);
    }

    @Test
    void entries_areThoseOfTheRange() {
        append(8);

        var middle = get("v1/entries?from=2&limit=5");

        assertThat(entries(middle)).isEqualTo(chain.entries(2, 5));
        assertThat(cacheControl(middle)).isEqualTo(FOR_GOOD);
        assertThat(entries(get("v1/entries?from=7&limit=1"))).isEqualTo(chain.entries(7, 1));
    }

    @Test
    void entries_areNonePastTheEndAndMayComeYet() {
        append(2);

        for (long from : List.of(2L, 3L, 9007199254740991L)) {
            var answer = get("v1/entries?from=" + from);

            assertThat(entries(answer)).isEmpty();
            assertThat(cacheControl(answer)).isEqualTo(FOR_A_SECOND);
        }
    }

    @Test
    void entries_endEarlierWhenTheyAreLarge() {
        int third = ReadPage.MAX_BYTES / 3;
        for (int i = 0; i < 4; i++) {
            append(large(third));
        }

        var answer = get("v1/entries");

        assertThat(entries(answer)).isEqualTo(chain.entries(0, 2));
        assertThat(cacheControl(answer)).isEqualTo(FOR_GOOD);
        assertThat(readOn()).isEqualTo(chain.entries(0, 4));
    }

    @Test
    void entries_holdTheLargestEntryThereIs() {
        append(large(390_000));

        assertThat(get("v1/entries").body().length()).isBetween(520_000, 1024 * 1024);
        assertThat(readOn()).isEqualTo(chain.entries(0, 1));
    }

    @Test
    void trail_isOfOneSubject() {
        Bytes container = id();
        Bytes index = id();
        append(2);
        append(new EntryBody.MessageSent(container, id()));
        append(new KeyEntry.KeysRegistered(index, 1, id(), id()));
        append(new EntryBody.ContainerDelivered(container, id()));

        var trail = get("v1/trail?subject=" + container);

        assertThat(entries(trail)).containsExactlyElementsOf(at(2, 4));
        assertThat(cacheControl(trail)).isEqualTo(FOR_A_SECOND);
        assertThat(entries(get("v1/trail?from=3&subject=" + container))).containsExactlyElementsOf(at(4));
        assertThat(entries(get("v1/trail?subject=" + index))).containsExactlyElementsOf(at(3));
    }

    @Test
    void trail_isEmptyOfWhatTheChainDoesNotKnow() {
        append(2);

        assertThat(entries(get("v1/trail?subject=" + id()))).isEmpty();
    }

    private List<Bytes> at(int... positions) {
        List<Bytes> entries = new ArrayList<>();
        for (int position : positions) {
            entries.addAll(chain.entries(position, 1));
        }
        return entries;
    }

    private List<Bytes> readOn() {
        List<Bytes> all = new ArrayList<>();
        List<Bytes> page;
        do {
            page = entries(get("v1/entries?from=" + all.size()));
            all.addAll(page);
        } while (!page.isEmpty());
        return all;
    }
}
