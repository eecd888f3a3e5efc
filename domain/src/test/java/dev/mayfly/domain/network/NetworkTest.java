package dev.mayfly.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.TestBytes;
import dev.mayfly.domain.TestNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    private static final Network NETWORK = TestNetwork.of(1).network();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void parse_givesBackWhatWasWritten() throws RejectedException {
        assertThat(Network.parse(NETWORK.toJson())).isEqualTo(NETWORK);
    }

    @ParameterizedTest
    @MethodSource("members")
    void parse_refusedWithoutAnyOneMember(String member) throws IOException {
        ObjectNode file = file();
        parent(file, member).remove(name(member));
        refused(file);
    }

    @ParameterizedTest
    @MethodSource("members")
    void parse_refusedWithAnyOneMemberOfAnotherType(String member) throws IOException {
        for (String other : List.of("null", "true", "{}", "[[]]", "[null]", "1.5", "-1", "\"\"", "\"e\\u0301\"")) {
            ObjectNode file = file();
            parent(file, member).set(name(member), JSON.readTree(other));
            refused(file);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/thresholds     | [{\"k\":2,\"n\":4}]",
                "/thresholds     | [{\"k\":3,\"n\":5,\"m\":4}]",
                "/thresholds     | [{\"k\":3}]",
                "/thresholds     | []",
                "/issuers        | []",
                "/issuers        | \"https://issuer.test\"",
                "/epochSeconds   | 0",
                "/epochSeconds   | \"3600\"",
                "/standbys       | 99999999999",
                "/freshNonces    | 0",
                "/freshNonces    | 99999999999",
                "/coordinator    | \"not a url\"",
                "/coordinator    | \"coordinator.test\"",
                "/coordinator    | \"ftp://coordinator.test\"",
                "/coordinator    | \"https:///v1\"",
                "/adminKey       | \"AAAA\"",
                "/vrfKey         | \"AAAA\"",
                "/lifetimeSeconds| {\"shortest\":0,\"usual\":1,\"longest\":1}",
                "/lifetimeSeconds| {\"shortest\":2,\"usual\":1,\"longest\":3}",
                "/lifetimeSeconds| {\"shortest\":1,\"usual\":3,\"longest\":2}"
            })
    void parse_refusedOutOfRange(String member, String value) throws IOException {
        ObjectNode file = file();
        parent(file, member).set(name(member), JSON.readTree(value));
        refused(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"\"", "{}", "{", "not JSON"})
    void parse_refusedWhenNoNetworkFileAtAll(String text) {
        assertThatThrownBy(() -> Network.parse(TestBytes.utf8(text).toByteArray()))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void parse_refusedWithAnUnknownMemberOrTrailingText() throws IOException {
        ObjectNode file = file();
        file.put("comment", "harmless");
        refused(file);
        String trailing = new String(NETWORK.toJson(), StandardCharsets.UTF_8) + "{}";
        assertThatThrownBy(() -> Network.parse(TestBytes.utf8(trailing).toByteArray()))
                .isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @CsvSource({"3600, 3600", "3601, 7200", "7199, 7200", "7200, 7200", "1, 3600"})
    void epochEnd_isTheFirstBoundaryAtOrAfterTheEnd(long expiresAt, long epochEnd) {
        assertThat(NETWORK.epochEnd(expiresAt)).isEqualTo(epochEnd);
    }

    @ParameterizedTest
    @CsvSource({"299, false", "300, true", "604800, true", "604801, false", "0, false", "-300, false"})
    void lifetimes_allowTheirBoundsAndNothingBeyond(long seconds, boolean allowed) {
        assertThat(NETWORK.lifetimes().allow(TestNetwork.NOW, TestNetwork.NOW + seconds))
                .isEqualTo(allowed);
    }

    @Test
    void lifetimes_refusedOutOfOrder() {
        Duration one = Duration.ofSeconds(1);
        Duration two = Duration.ofSeconds(2);
        assertThatIllegalArgumentException().isThrownBy(() -> new Lifetimes(two, two, one));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lifetimes(one, one, two));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lifetimes(Duration.ofMillis(999), one, one));
    }

    /** JSON pointers of all members, also of those within members. */
    static Stream<String> members() throws IOException {
        List<String> members = new ArrayList<>();
        file().fieldNames().forEachRemaining(name -> members.add("/" + name));
        file().get("lifetimeSeconds").fieldNames().forEachRemaining(name -> members.add("/lifetimeSeconds/" + name));
        return members.stream();
    }

    private static ObjectNode file() throws IOException {
        return (ObjectNode) JSON.readTree(NETWORK.toJson());
    }

    private static ObjectNode parent(JsonNode file, String pointer) {
        return (ObjectNode) file.at(pointer.trim().substring(0, pointer.lastIndexOf('/')));
    }

    private static String name(String pointer) {
        return pointer.trim().substring(pointer.lastIndexOf('/') + 1);
    }

    private static void refused(ObjectNode file) {
        assertThatThrownBy(() -> Network.parse(TestBytes.utf8(file.toString()).toByteArray()))
                .as(file.toString())
                .isInstanceOf(RejectedException.class);
    }
}
