package dev.mayfly.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.registry.SeenRegistry;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.node.opener.TestContainer;
import dev.mayfly.node.opener.TestNetwork;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegistryTest extends NodeTest {
    @Inject
    SeenRegistry seen;

    @Test
    void contribute_fetchesTheRegistryThatAContainerNames() throws Exception {
        showNext();

        contribute(open());

        assertThat(Registry.verify(seen.newest().orElseThrow(), network)).isEqualTo(newest());
    }

    @Test
    void contribute_isRefusedUnderAnOlderRegistryOnceANewerWasSeen() throws Exception {
        TestContainer older = open();
        contribute(older);
        Registry before = newest();
        Registry after = showNext();
        clock.forward(Duration.ofSeconds(2));
        contribute(open());

        refused(older, ErrorCode.REGISTRY_OUTDATED);
        // Not even when the coordinator goes back.
        show(before);
        clock.forward(Duration.ofSeconds(2));
        refused(TestContainer.open(plan()), ErrorCode.REGISTRY_OUTDATED);
        show(after);
    }

    @Test
    void contribute_asksForARegistryAtMostOnceASecond() throws Exception {
        contribute(open());
        Registry unpublished = new Registry(TestNetwork.NAME, newest().version() + 1, newest().nodes());
        clock.forward(Duration.ofSeconds(2));
        long before = asked();

        refused(under(unpublished), ErrorCode.REGISTRY_OUTDATED);
        refused(under(unpublished), ErrorCode.REGISTRY_OUTDATED);
        assertThat(asked()).isEqualTo(before + 1);

        clock.forward(Duration.ofSeconds(1));
        refused(under(unpublished), ErrorCode.REGISTRY_OUTDATED);
        assertThat(asked()).isEqualTo(before + 2);
    }

    @Test
    void contribute_asksNobodyForAContainerThatWasNeverDrawn() throws Exception {
        contribute(open());
        Registry unpublished = new Registry(TestNetwork.NAME, newest().version() + 1, newest().nodes());
        TestContainer container = under(unpublished);
        clock.forward(Duration.ofSeconds(2));
        long before = asked();

        String statement = container.contribute(oneTimeKey(), clock, open().proof(), container.accessKey());
        node.refused("contribute", new NodeApi.Contribute(statement), ErrorCode.REJECTED);

        assertThat(asked()).isEqualTo(before);
    }

    @Test
    void contribute_isForbiddenWhenTheRegistryHasAnotherKeyForThisNode() throws Exception {
        Registry good = newest();
        var rekeyed = good.nodes().stream()
                .map(node -> node.id().equals(TestNetwork.OWN_ID)
                        ? new NodeRecord(
                                node.id(),
                                node.operator(),
                                node.url(),
                                SigningPrivateKey.generate(random).publicKey(),
                                node.witnessKey())
                        : node)
                .toList();
        show(new Registry(TestNetwork.NAME, good.version() + 1, rekeyed));

        refused(open(), ErrorCode.FORBIDDEN);
        show(new Registry(TestNetwork.NAME, good.version() + 2, good.nodes()));
    }

    private Registry showNext() throws Exception {
        Registry next = new Registry(TestNetwork.NAME, newest().version() + 1, newest().nodes());
        show(next);
        return next;
    }

    private TestContainer under(Registry registry) {
        long now = clock.seconds();
        return TestContainer.open(
                new TestContainer.Plan(TestNetwork.NAME, registry, now, now + LIFETIME, NodeTest::isMember));
    }

    private void refused(TestContainer container, ErrorCode code) {
        node.refused("contribute", new NodeApi.Contribute(container.contribute(oneTimeKey(), clock)), code);
    }

    private HpkePublicKey oneTimeKey() {
        return HpkePrivateKey.generate(random).publicKey();
    }
}
