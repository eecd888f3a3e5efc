package dev.mayfly.testbed.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.registry.Registries;
import dev.mayfly.dynamo.directory.PublishedRegistryTable;
import dev.mayfly.dynamo.ledger.AuditTable;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import dev.mayfly.templates.Role;
import dev.mayfly.templates.Template;
import dev.mayfly.testbed.LocalDynamo;
import dev.mayfly.testbed.Testbed;
import dev.mayfly.testbed.access.Access;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * That the templates grant each role what its functions ask of tables, and nothing that no function asks: every flow is played,
 * and what each role did is held against its statements, their conditions included.
 */
@ExtendWith(LocalDynamo.class)
class GrantsTest {
    private static final String AUDIT = "audit";

    /** Which role of which template a caller has. */
    private static final Map<String, String> ROLES = Map.of(
            "coordinator",
            "coordinator/CoordinatorRole",
            "sweep",
            "coordinator/SweepRole",
            AUDIT,
            "coordinator/AuditRole",
            "node-",
            "entropy-node/NodeRole",
            Testbed.ERASING_RUN,
            "entropy-node/EraseRole");

    private static String network;
    private static Set<Access> accesses;

    @BeforeAll
    static void playEverything(DynamoDbLocal engine) throws Exception {
        try (Stage stage = new Stage(engine)) {
            for (Play play : Play.values()) {
                Flow flow = play.on(stage);
                flow.prepare();
                flow.attempt();
                flow.verify();
            }
            askNodesInALaterEpoch(stage);
            stage.end();
            audit(stage.testbed);
            network = stage.testbed.network().name();
            accesses = stage.testbed.accessLog().accesses();
        }
    }

    @Test
    void everyAccess_isGranted() {
        Map<String, String> parameters = Map.of("NetworkName", network);
        assertThat(accesses)
                .allSatisfy(access -> assertThat(role(access).allows(call(access), parameters))
                        .as(access.toString())
                        .isTrue());
    }

    @Test
    void everyGrant_isUsed() {
        Set<String> used = accesses.stream()
                .map(access -> line(roleName(access), access.action(), resource(access)))
                .collect(Collectors.toCollection(TreeSet::new));
        used.forEach(System.out::println);

        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(
                        ROLES.values().stream().flatMap(GrantsTest::granted).toList());
    }

    /** Whoever asks a node first after an epoch has it delete that epoch's key, if its erasing run has not. */
    private static void askNodesInALaterEpoch(Stage stage) throws Exception {
        stage.sent();
        stage.testbed.clocks().forward(Stage.LIFETIME.multipliedBy(3));
        stage.sent();
    }

    /** What the audit's functions ask its two stores for. */
    private static void audit(Testbed testbed) {
        DynamoDbClient database = testbed.dynamoDbOf(AUDIT);
        AuditTable chain = new AuditTable(database, testbed.coordinator().tables());
        assertThat(chain.head()).isPresent();
        assertThat(chain.entries(0, 1)).hasSize(1);
        Bytes container = testbed.ledger().containers().get(0).containerId();
        assertThat(chain.entriesAbout(container, 0, 1)).hasSize(1);
        PublishedRegistryTable registries = new PublishedRegistryTable(
                database, testbed.coordinator().tables(), testbed.network().name());
        assertThat(new Registries(testbed.network(), registries).newestStatement())
                .isNotEmpty();
    }

    /** What of tables a role is granted; its log and its private key are none. */
    private static Stream<String> granted(String role) {
        return roleOf(role).actions().entrySet().stream()
                .flatMap(resource -> resource.getValue().stream()
                        .filter(action -> action.startsWith("dynamodb:"))
                        .map(action -> line(role, action, resource.getKey())));
    }

    private static String line(String role, String action, String resource) {
        return role + ": " + action + " on " + resource;
    }

    private static Role role(Access access) {
        return roleOf(roleName(access));
    }

    private static Role roleOf(String name) {
        return Template.of(template(name)).role(name.substring(name.indexOf('/') + 1));
    }

    private static String roleName(Access access) {
        return ROLES.entrySet().stream()
                .filter(role -> access.who().startsWith(role.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static Role.Call call(Access access) {
        return new Role.Call(access.action(), resource(access), access.conditionKeys());
    }

    private static String resource(Access access) {
        String arn = Template.of(template(roleName(access))).tableId(access.table()) + ".Arn";
        return access.index()
                .map(index -> "${%s}/index/%s".formatted(arn, index))
                .orElse(arn);
    }

    private static String template(String roleName) {
        return roleName.substring(0, roleName.indexOf('/'));
    }
}
