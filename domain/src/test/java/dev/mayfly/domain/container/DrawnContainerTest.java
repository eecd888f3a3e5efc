package dev.mayfly.domain.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.TestBytes;
import dev.mayfly.domain.TestContainer;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.selection.Draw;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnContainerTest {

    private static final TestNetwork NETWORK = TestNetwork.of(7);
    private static final TestContainer CONTAINER = TestContainer.open(NETWORK);
    private static final ContainerFields FIELDS = CONTAINER.fields();

    @Test
    void verify_givesTheCommitteeOfTheDraw() throws RejectedException {
        DrawnContainer drawn = verify(FIELDS, NETWORK);
        assertThat(drawn.id()).isEqualTo(FIELDS.id());
        assertThat(drawn.committee().size()).isEqualTo(5);
        assertThat(drawn.committee().ranked()).hasSize(5 + TestNetwork.STANDBYS);
        assertThat(drawn.committee()).isEqualTo(CONTAINER.drawn().committee());
    }

    @Test
    void verify_refusesTheProofOfAnotherContainerOrKey() {
        Bytes another = Draw.prove(TestNetwork.digest(), NETWORK.vrf()).bytes();
        Bytes foreign = Draw.prove(FIELDS.id(), TestNetwork.of(1).vrf()).bytes();
        refused(FIELDS, another);
        refused(FIELDS, foreign);
    }

    @Test
    void verify_refusesEveryByteOfTheProofFlipped() {
        Bytes proof = CONTAINER.drawn().proof().bytes();
        for (int i = 0; i < proof.size(); i++) {
            refused(FIELDS, TestBytes.flip(proof, i));
        }
        refused(FIELDS, proof.slice(0, 80));
    }

    @Test
    void verify_refusesAnotherNetworkThresholdOrRegistry() {
        refused(with("othernet", TestNetwork.THRESHOLD, FIELDS.registryDigest()));
        refused(with(TestNetwork.NAME, new Threshold(4, 5), FIELDS.registryDigest()));
        refused(with(TestNetwork.NAME, TestNetwork.THRESHOLD, TestNetwork.digest()));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 299, 604_801, Long.MAX_VALUE - TestNetwork.NOW})
    void verify_refusesALifetimeOutOfBounds(long seconds) {
        refused(lasting(seconds));
    }

    @ParameterizedTest
    @ValueSource(longs = {300, 604_800})
    void verify_acceptsTheLifetimesBounds(long seconds) throws RejectedException {
        assertThat(verify(lasting(seconds), NETWORK).fields()).isEqualTo(lasting(seconds));
    }

    /** A node that joins or leaves after the container's registry changes no committee: the digest is in the id. */
    @Test
    void verify_refusesARegistryWithANodeMore() {
        List<NodeRecord> more = new ArrayList<>(NETWORK.registry().nodes());
        more.add(TestNetwork.record("node-99", "operator-99", SigningPrivateKey.generate(TestNetwork.RANDOM)));
        Registry registry = new Registry(TestNetwork.NAME, 2, more);
        Bytes proof = CONTAINER.drawn().proof().bytes();
        assertThatThrownBy(() -> DrawnContainer.verify(FIELDS, proof, NETWORK.network(), registry))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void verify_refusedWithTooFewOperators() {
        TestNetwork small = TestNetwork.of(4);
        ContainerFields fields =
                with(TestNetwork.NAME, TestNetwork.THRESHOLD, small.registry().digest());
        assertThatThrownBy(() -> verify(fields, small))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_ENOUGH_NODES));
    }

    private static DrawnContainer verify(ContainerFields fields, TestNetwork network) throws RejectedException {
        Bytes proof = Draw.prove(fields.id(), network.vrf()).bytes();
        return DrawnContainer.verify(fields, proof, network.network(), network.registry());
    }

    private static ContainerFields lasting(long seconds) {
        return fields(TestNetwork.NAME, TestNetwork.THRESHOLD, FIELDS.registryDigest(), seconds);
    }

    private static ContainerFields with(String network, Threshold threshold, Bytes registry) {
        return fields(network, threshold, registry, TestContainer.LIFETIME);
    }

    private static ContainerFields fields(String network, Threshold threshold, Bytes registry, long seconds) {
        return new ContainerFields(
                network,
                Role.SENDER,
                FIELDS.nonce(),
                FIELDS.sender(),
                FIELDS.receiver(),
                FIELDS.accessKey(),
                TestNetwork.NOW,
                TestNetwork.NOW + seconds,
                threshold,
                registry);
    }

    /** With a proof that is right for these very fields. */
    private static void refused(ContainerFields fields) {
        refused(fields, Draw.prove(fields.id(), NETWORK.vrf()).bytes());
    }

    private static void refused(ContainerFields fields, Bytes proof) {
        assertThatThrownBy(() -> DrawnContainer.verify(fields, proof, NETWORK.network(), NETWORK.registry()))
                .isInstanceOf(RejectedException.class);
    }
}
