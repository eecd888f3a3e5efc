package dev.mayfly.client.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.client.TestCommittee;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.Deadline;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.NodeClient;
import dev.mayfly.transport.TestServer;
import dev.mayfly.transport.Timeouts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A coordinator that would like an older set of nodes, or another one of the same version. */
class NewestRegistryTest {

    private final TestServer coordinator = new TestServer();
    private final TestCommittee committee = new TestCommittee(coordinator.url());
    private final NewestRegistry registries = new NewestRegistry(session());

    @AfterEach
    void close() {
        committee.close();
        coordinator.close();
    }

    @Test
    void fetch_goesForwardAndNeverBack() throws RejectedException {
        List<NodeRecord> nodes = committee.registry().nodes();
        assertThat(served(1, nodes).version()).isEqualTo(1);
        assertThat(served(1, nodes).version()).isEqualTo(1);
        assertThat(served(3, nodes).version()).isEqualTo(3);
        assertThatThrownBy(() -> served(2, nodes)).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> served(1, nodes)).isInstanceOf(RejectedException.class);
        assertThat(served(3, nodes).version()).isEqualTo(3);
    }

    @Test
    void fetch_refusesAnotherRegistryOfTheSameVersion() throws RejectedException {
        List<NodeRecord> nodes = committee.registry().nodes();
        served(2, nodes);
        assertThatThrownBy(() -> served(2, nodes.subList(0, 4))).isInstanceOf(RejectedException.class);
    }

    @Test
    void fetch_refusesAnybodysButTheAdmins() {
        SigningPrivateKey foreign = SigningPrivateKey.generate(TestCommittee.RANDOM);
        assertThatThrownBy(() -> served(committee.registry(), foreign)).isInstanceOf(RejectedException.class);
    }

    private Registry served(long version, List<NodeRecord> nodes) throws RejectedException {
        return served(new Registry(TestCommittee.NAME, version, nodes), committee.admin());
    }

    private Registry served(Registry registry, SigningPrivateKey admin) throws RejectedException {
        String statement = RegistryStatement.sign(registry, admin, TestCommittee.CLOCK, TestCommittee.RANDOM)
                .compact();
        coordinator.answering(200, "{\"registry\":\"" + statement + "\"}");
        SignedRegistry fetched = registries.fetch(Deadline.NONE);
        assertThat(fetched.statement()).isEqualTo(statement);
        return fetched.registry();
    }

    private Session session() {
        HttpJson http = new HttpJson(Timeouts.USUAL);
        return new Session(
                committee.network(),
                Keyring.of(committee.alice()),
                CoordinatorClient.of(http, coordinator.url(), () -> "token"),
                new NodeClient(http),
                Budgets.USUAL,
                TestCommittee.NO_EVIDENCE,
                TestCommittee.CLOCK,
                TestCommittee.RANDOM);
    }
}
