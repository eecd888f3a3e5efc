package dev.mayfly.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.TestBytes;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.statement.Issued;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {

    private static final TestNetwork NETWORK = TestNetwork.of(3);
    private static final Registry REGISTRY = NETWORK.registry();
    private static final List<Bytes> NODES =
            REGISTRY.nodes().stream().map(NodeRecord::encoded).toList();

    @Test
    void verify_givesBackWhatTheAdminSigned() throws RejectedException {
        assertThat(Registry.verify(NETWORK.signed(REGISTRY), NETWORK.network())).isEqualTo(REGISTRY);
    }

    @Test
    void digest_sameInWhateverOrderTheNodesAreListed() {
        List<NodeRecord> reversed = new ArrayList<>(REGISTRY.nodes());
        Collections.reverse(reversed);
        assertThat(new Registry(TestNetwork.NAME, 1, reversed).digest()).isEqualTo(REGISTRY.digest());
    }

    @Test
    void digest_changesWithNetworkVersionAndEveryNode() {
        Set<Bytes> digests = new HashSet<>(Set.of(
                REGISTRY.digest(),
                new Registry("other", 1, REGISTRY.nodes()).digest(),
                new Registry(TestNetwork.NAME, 2, REGISTRY.nodes()).digest()));
        for (int i = 0; i < REGISTRY.nodes().size(); i++) {
            List<NodeRecord> without = new ArrayList<>(REGISTRY.nodes());
            without.remove(i);
            digests.add(new Registry(TestNetwork.NAME, 1, without).digest());
        }
        assertThat(digests).hasSize(3 + REGISTRY.nodes().size());
    }

    @Test
    void registry_refusedWithTwoNodesOfOneIdOrWithoutAVersion() {
        NodeRecord node = REGISTRY.nodes().get(0);
        assertThatIllegalArgumentException().isThrownBy(() -> new Registry("n", 1, List.of(node, node)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Registry("n", 0, List.of(node)));
    }

    @Test
    void verify_refusesAnybodyButTheAdmin() {
        refused(RegistryStatement.TYPE
                .sign(claims(TestNetwork.NAME, Issued.PUBLIC, 1, NODES), SigningPrivateKey.generate(TestNetwork.RANDOM))
                .compact());
    }

    @Test
    void verify_refusesAnotherNetworkAudienceOrVersion() {
        refused(signed(claims("other", Issued.PUBLIC, 1, NODES)));
        refused(signed(claims(TestNetwork.NAME, Issued.COORDINATOR, 1, NODES)));
        refused(signed(claims(TestNetwork.NAME, Issued.PUBLIC, 0, NODES)));
    }

    @Test
    void verify_refusesNodesOutOfOrderTwiceOrAltered() {
        refused(signed(nodes(NODES.get(1), NODES.get(0))));
        refused(signed(nodes(NODES.get(0), NODES.get(0))));
        refused(signed(nodes(NODES.get(0).slice(0, NODES.get(0).size() - 1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "node.test",
                "ftp://node.test",
                "https:///v1",
                "https:node.test",
                "javascript:alert(1)",
                "http://a b/"
            })
    void decode_refusesAUrlThatIsNotHttp(String url) {
        assertThatThrownBy(() -> NodeRecord.decode(encoded("node", "operator", url)))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void decode_refusesANodeWithoutIdOrOperator() {
        assertThatThrownBy(() -> NodeRecord.decode(encoded("", "operator", "https://node.test")))
                .isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> NodeRecord.decode(encoded("node", "", "https://node.test")))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void decode_refusesOrGivesAnotherNodeForEveryByteFlipped() {
        NodeRecord node = REGISTRY.nodes().get(0);
        for (int i = 0; i < node.encoded().size(); i++) {
            Bytes flipped = TestBytes.flip(node.encoded(), i);
            try {
                assertThat(NodeRecord.decode(flipped)).isNotEqualTo(node);
                assertThat(NodeRecord.decode(flipped).encoded()).isEqualTo(flipped);
            } catch (RejectedException refused) {
                assertThat(refused).hasNoCause();
            }
        }
    }

    private static RegistryStatement nodes(Bytes... nodes) {
        return claims(TestNetwork.NAME, Issued.PUBLIC, 1, List.of(nodes));
    }

    private static RegistryStatement claims(String network, String audience, long version, List<Bytes> nodes) {
        Issued issued = Issued.now(network, audience, TestNetwork.clock(), TestNetwork.RANDOM);
        return new RegistryStatement(issued, version, nodes);
    }

    private static String signed(RegistryStatement claims) {
        return RegistryStatement.TYPE.sign(claims, NETWORK.admin()).compact();
    }

    private static Bytes encoded(String id, String operator, String url) {
        return Encoder.of("mayfly/v1/node")
                .text(id)
                .text(operator)
                .text(url)
                .bytes(NETWORK.admin().publicKey().bytes())
                .bytes(Bytes.of(new byte[32]))
                .toBytes();
    }

    private static void refused(String compact) {
        assertThatThrownBy(() -> Registry.verify(compact, NETWORK.network())).isInstanceOf(RejectedException.class);
    }
}
