package dev.mayfly.coordinator.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.CoordinatorTest;
import dev.mayfly.coordinator.party.TestNetwork;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegistryTest extends CoordinatorTest {
    private Registry newest;
    private long next;

    @BeforeEach
    void look() {
        newest = newest();
        next = newest.version() + 1;
    }

    @Test
    void registry_isReadByAnybodyAndMayBeCached() {
        HttpResponse<String> answer = anybody().get("v1/registry");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("public, max-age=5");
        assertThat(newest.nodes()).isEqualTo(TestNetwork.nodes());
    }

    @Test
    void registry_isTheNewestVersion() {
        publishNext();

        assertThat(newest().version()).isEqualTo(next);
    }

    @Test
    void publishRegistry_putsTheAdminsStatementOnTheLedger() {
        String statement = TestNetwork.signed(TestNetwork.registry(next));

        assertThat(publish(statement).registry()).isEqualTo(statement);

        var entries = ledger.about(EntryBody.NETWORK);
        assertThat(entries.get(entries.size() - 1).body()).isEqualTo(new EntryBody.RegistryPublished(statement));
    }

    @Test
    void publishRegistry_findsItselfWhenRepeated() {
        String statement = TestNetwork.signed(TestNetwork.registry(next));
        publish(statement);
        int entries = ledger.about(EntryBody.NETWORK).size();

        assertThat(publish(statement).registry()).isEqualTo(statement);
        publishNext();
        assertThat(publish(statement).registry()).isEqualTo(statement);

        assertThat(ledger.about(EntryBody.NETWORK)).hasSize(entries + 1);
    }

    @Test
    void publishRegistry_isRefusedWhenAVersionIsLeftOut() {
        refused(TestNetwork.signed(TestNetwork.registry(next + 1)), ErrorCode.REGISTRY_CONFLICT);
    }

    @Test
    void publishRegistry_isRefusedWhenAnotherStatementHasThisVersion() {
        Registry smaller =
                new Registry(TestNetwork.NAME, newest.version(), newest.nodes().subList(0, 5));

        refused(TestNetwork.signed(smaller), ErrorCode.REGISTRY_CONFLICT);
    }

    @Test
    void publishRegistry_isRejectedWhenTheAdminDidNotSign() {
        String forged =
                TestNetwork.signed(TestNetwork.NAME, next, records(newest.nodes()), SigningPrivateKey.generate(random));

        refused(forged, ErrorCode.REJECTED);
    }

    @Test
    void publishRegistry_isRejectedWhenTheNodesAreNotSorted() {
        List<NodeRecord> reversed = new ArrayList<>(newest.nodes());
        Collections.reverse(reversed);

        refused(byAdmin(TestNetwork.NAME, reversed), ErrorCode.REJECTED);
    }

    @Test
    void publishRegistry_isRejectedWhenANodeIsListedTwice() {
        NodeRecord node = newest.nodes().get(0);

        refused(byAdmin(TestNetwork.NAME, List.of(node, node)), ErrorCode.REJECTED);
    }

    @Test
    void publishRegistry_isRejectedWhenOfAnotherNetwork() {
        refused(byAdmin("othernet", newest.nodes()), ErrorCode.REJECTED);
    }

    @Test
    void publishRegistry_isRejectedWhenTheVersionIsZero() {
        String zeroth = TestNetwork.signed(TestNetwork.NAME, 0, records(newest.nodes()), TestNetwork.admin());

        refused(zeroth, ErrorCode.REJECTED);
    }

    private void refused(String statement, ErrorCode code) {
        anybody().refused("publish-registry", new CoordinatorApi.SignedRegistry(statement), code, "/registry");
        assertThat(newest()).isEqualTo(newest);
    }

    private String byAdmin(String network, List<NodeRecord> nodes) {
        return TestNetwork.signed(network, next, records(nodes), TestNetwork.admin());
    }

    private static List<Bytes> records(List<NodeRecord> nodes) {
        return nodes.stream().map(NodeRecord::encoded).toList();
    }
}
