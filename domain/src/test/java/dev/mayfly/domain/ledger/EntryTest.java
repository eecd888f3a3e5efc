package dev.mayfly.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.audit.TestLife;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntryTest {

    private static final List<Entry> LIFE = TestLife.entries(TestLife.steps());
    private static final Bytes PREV = TestNetwork.digest();

    static List<Entry> life() {
        return LIFE;
    }

    @ParameterizedTest
    @MethodSource("life")
    void decode_givesBackTheEntryAndItsBytes(Entry entry) throws RejectedException {
        assertThat(Entry.decode(entry.encoded())).isEqualTo(entry);
        assertThat(Entry.decode(entry.encoded()).encoded()).isEqualTo(entry.encoded());
        assertThat(EntryBody.decode(entry.body().type(), entry.body().encoded()))
                .isEqualTo(entry.body());
    }

    @ParameterizedTest
    @MethodSource("life")
    void decode_refusesEveryPrefixAndAnythingMore(Entry entry) {
        Bytes encoded = entry.encoded();
        for (int size = 0; size < encoded.size(); size++) {
            refused(encoded.slice(0, size));
        }
        refused(Bytes.concat(encoded, Bytes.of(new byte[1])));
        refused(Bytes.concat(encoded, Bytes.of(new byte[4])));
    }

    @ParameterizedTest
    @MethodSource("life")
    void decode_refusesABodyUnderTheTypeOfAnother(Entry entry) {
        for (Entry other : LIFE) {
            if (!other.body().type().equals(entry.body().type())) {
                refused(encoded(
                        0, other.body().type(), entry.subject(), entry.body().encoded()));
            }
        }
        refused(encoded(0, "CONTAINER_FORGOTTEN", entry.subject(), entry.body().encoded()));
        refused(encoded(0, "", entry.subject(), entry.body().encoded()));
    }

    @ParameterizedTest
    @MethodSource("life")
    void decode_refusesAnotherSubjectOrLane(Entry entry) {
        String type = entry.body().type();
        Bytes body = entry.body().encoded();
        refused(encoded(0, type, TestNetwork.digest(), body));
        refused(encoded(1, type, entry.subject(), body));
        refused(encoded(1L << 32, type, entry.subject(), body));
    }

    @Test
    void types_areUnique() {
        assertThat(LIFE.stream().map(entry -> entry.body().type()).distinct()).hasSize(7);
    }

    @Test
    void genesis_differsByNetworkAndLane() {
        assertThat(List.of(Entry.genesis("a", 0), Entry.genesis("b", 0), Entry.genesis("a", 1)))
                .doesNotHaveDuplicates();
    }

    /** Bytes that are not UTF-8 come back as others when they are read as text: the body would have two forms. */
    @Test
    void decode_refusesAListOfTextsThatIsNotUtf8() {
        Bytes body = Encoder.of("mayfly/v1/entry/SHARES_ERASED")
                .bytes(PREV)
                .list(List.of(Bytes.of(new byte[] {(byte) 0xff})))
                .toBytes();
        assertThatThrownBy(() -> EntryBody.decode("SHARES_ERASED", body)).isInstanceOf(RejectedException.class);
    }

    private static Bytes encoded(long lane, String type, Bytes subject, Bytes body) {
        return Encoder.of("mayfly/v1/entry")
                .integer(lane)
                .integer(0)
                .bytes(PREV)
                .integer(TestNetwork.NOW)
                .text(type)
                .bytes(subject)
                .bytes(body)
                .toBytes();
    }

    private static void refused(Bytes encoded) {
        assertThatThrownBy(() -> Entry.decode(encoded)).isInstanceOf(RejectedException.class);
    }
}
