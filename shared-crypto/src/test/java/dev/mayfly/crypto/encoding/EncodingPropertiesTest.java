package dev.mayfly.crypto.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EncodingPropertiesTest {

    /** Few letters and short fields, so that many sequences consist of the same letters. */
    @Property(tries = 2000)
    void encode_isInjective(@ForAll("fields") List<Bytes> one, @ForAll("fields") List<Bytes> other) {
        assertThat(encode(one).equals(encode(other))).isEqualTo(one.equals(other));
    }

    /** The hard case on its own: one string of bytes, divided in two places. */
    @Property(tries = 1000)
    void encode_differsWhereverTheSameBytesAreDivided(@ForAll("field") Bytes joined, @ForAll int a, @ForAll int b) {
        int first = Math.floorMod(a, joined.size() + 1);
        int second = Math.floorMod(b, joined.size() + 1);
        Assume.that(first != second);
        assertThat(encode(divided(joined, first))).isNotEqualTo(encode(divided(joined, second)));
    }

    /** A list is one field: it is not confused with the fields beside it. */
    @Property(tries = 1000)
    void list_isNotConfusedWithFields(@ForAll("fields") List<Bytes> items, @ForAll("fields") List<Bytes> others) {
        List<Bytes> all = new ArrayList<>(items);
        all.addAll(others);
        Bytes nested = Encoder.of("x").list(items).list(others).toBytes();
        assertThat(nested).isNotEqualTo(encode(all));
        assertThat(nested.equals(Encoder.of("x").list(all).list(List.of()).toBytes()))
                .isEqualTo(others.isEmpty());
    }

    @Property
    void decode_givesTheFieldsBack(@ForAll("fields") List<Bytes> fields) throws RejectedException {
        assertThat(decode(encode(fields))).isEqualTo(fields);
    }

    /** Whatever is accepted at all is the one encoding of what was read. */
    @Property(tries = 3000)
    void decode_acceptsOnlyWhatEncodesToTheSameBytes(
            @ForAll("fields") List<Bytes> fields, @ForAll int at, @ForAll byte value) {
        byte[] mutated = encode(fields).toByteArray();
        mutated[Math.floorMod(at, mutated.length)] = value;
        try {
            assertThat(encode(decode(Bytes.of(mutated)))).isEqualTo(Bytes.of(mutated));
        } catch (RejectedException refused) {
            assertThat(refused).hasNoCause();
        }
    }

    @Provide
    Arbitrary<List<Bytes>> fields() {
        return field().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<Bytes> field() {
        return Arbitraries.bytes()
                .between((byte) 0, (byte) 2)
                .array(byte[].class)
                .ofMaxSize(6)
                .map(Bytes::of);
    }

    private static List<Bytes> divided(Bytes joined, int at) {
        return Arrays.asList(joined.slice(0, at), joined.slice(at, joined.size()));
    }

    private static Bytes encode(List<Bytes> fields) {
        Encoder encoder = Encoder.of("x");
        fields.forEach(encoder::bytes);
        return encoder.toBytes();
    }

    private static List<Bytes> decode(Bytes encoded) throws RejectedException {
        Decoder decoder = Decoder.of("x", encoded);
        List<Bytes> fields = new ArrayList<>();
        int left = encoded.size() - 5;
        while (left > 0) {
            fields.add(decoder.bytes());
            left -= 4 + fields.get(fields.size() - 1).size();
        }
        decoder.end();
        return fields;
    }
}
