package dev.mayfly.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each role may do, all of it, and by name what it may not. */
class RolesTest {
    private static final String WRITE_LOG = "CreateLogStream PutLogEvents";

    /** Everything that each role is allowed: resource, then actions. */
    private static final Map<String, Map<String, String>> ALLOWED = Map.of(
            "coordinator/CoordinatorRole",
            Map.of(
                    "Containers.Arn",
                    "GetItem PutItem UpdateItem",
                    "Messages.Arn",
                    "GetItem PutItem",
                    "Mailbox.Arn",
                    "DeleteItem PutItem Query UpdateItem",
                    "Quotas.Arn",
                    "GetItem UpdateItem",
                    "Keys.Arn",
                    "ConditionCheckItem PutItem Query",
                    "Registry.Arn",
                    "ConditionCheckItem GetItem PutItem Query",
                    "Ledger.Arn",
                    "PutItem Query",
                    parameter("VrfKeyParameter"),
                    "GetParameter",
                    "CoordinatorLog.Arn",
                    WRITE_LOG),
            "coordinator/SweepRole",
            Map.of(
                    "${Containers.Arn}/index/due", "Query",
                    "Containers.Arn", "GetItem UpdateItem",
                    "Mailbox.Arn", "DeleteItem",
                    "Quotas.Arn", "UpdateItem",
                    "Registry.Arn", "GetItem",
                    "Ledger.Arn", "PutItem Query",
                    "SweepLog.Arn", WRITE_LOG),
            "coordinator/AuditRole",
            Map.of(
                    "Ledger.Arn", "GetItem Query",
                    "${Ledger.Arn}/index/subject", "Query",
                    "Registry.Arn", "GetItem Query",
                    "AuditLog.Arn", WRITE_LOG),
            "coordinator/SweepScheduleRole",
            Map.of("Sweep.Alias", "InvokeFunction", "DeadLetters.Arn", "SendMessage"),
            "entropy-node/NodeRole",
            Map.of(
                    "Shares.Arn",
                    "GetItem PutItem UpdateItem",
                    "EpochKeys.Arn",
                    "DeleteItem GetItem PutItem Query",
                    "SeenRegistry.Arn",
                    "GetItem PutItem",
                    parameter("SigningKeyParameter"),
                    "GetParameter",
                    "NodeLog.Arn",
                    WRITE_LOG),
            "entropy-node/EraseRole",
            Map.of(
                    "${Shares.Arn}/index/due",
                    "Query",
                    "Shares.Arn",
                    "GetItem UpdateItem",
                    "EpochKeys.Arn",
                    "DeleteItem Query",
                    parameter("SigningKeyParameter"),
                    "GetParameter",
                    "EraseLog.Arn",
                    WRITE_LOG),
            "entropy-node/EraseScheduleRole",
            Map.of("Erase.Alias", "InvokeFunction", "DeadLetters.Arn", "SendMessage"),
            "message-handler/HandlerRole",
            Map.of(
                    parameter("KeyringParameter"),
                    "GetParameter",
                    parameter("PinParameter"),
                    "GetParameter",
                    parameter("CoordinatorTokenParameter"),
                    "GetParameter",
                    "HandlerLog.Arn",
                    WRITE_LOG));

    private static final List<Template> TEMPLATES =
            List.of(Template.of("coordinator"), Template.of("entropy-node"), Template.of("message-handler"));

    static Stream<Arguments> roles() {
        return TEMPLATES.stream()
                .flatMap(template -> template.resources("AWS::IAM::Role").keySet().stream()
                        .map(role -> Arguments.of(template, role)));
    }

    @Test
    void everyRole_isListedHere() {
        assertThat(roles().map(role -> role.get()[0] + "/" + role.get()[1]))
                .containsExactlyInAnyOrderElementsOf(ALLOWED.keySet());
    }

    @ParameterizedTest
    @MethodSource("roles")
    void role_mayDoWhatIsListedAndNoMore(Template template, String role) {
        Map<String, String> actions = new TreeMap<>();
        template.role(role)
                .actions()
                .forEach((resource, allowed) -> actions.put(
                        resource,
                        allowed.stream()
                                .map(action -> action.substring(action.indexOf(':') + 1))
                                .collect(Collectors.joining(" "))));
        assertThat(actions).isEqualTo(ALLOWED.get(template + "/" + role));
    }

    /** Not one: a log group's Arn ends with one by itself, for the streams within the group. */
    @ParameterizedTest
    @MethodSource("roles")
    void role_hasNoWildcardAndNothingFromElsewhere(Template template, String role) {
        JsonNode properties = template.properties(role);
        assertThat(properties.has("ManagedPolicyArns")).isFalse();
        for (Role.Statement statement : template.role(role).statements()) {
            assertThat(statement.effect()).isEqualTo("Allow");
            assertThat(statement.actions()).noneMatch(action -> action.contains("*"));
            assertThat(statement.resources()).noneMatch(resource -> resource.contains("*"));
        }
    }

    /** Where a table's partitions are known beforehand, a role reaches no others. */
    @ParameterizedTest
    @CsvSource({
        "coordinator, CoordinatorRole, Registry.Arn, NetworkName",
        "coordinator, CoordinatorRole, Ledger.Arn, 0",
        "coordinator, SweepRole, Registry.Arn, NetworkName",
        "coordinator, SweepRole, Ledger.Arn, 0",
        "coordinator, AuditRole, Registry.Arn, NetworkName",
        "coordinator, AuditRole, Ledger.Arn, 0",
        "entropy-node, NodeRole, EpochKeys.Arn, epoch-key",
        "entropy-node, NodeRole, SeenRegistry.Arn, NetworkName",
        "entropy-node, EraseRole, EpochKeys.Arn, epoch-key"
    })
    void role_reachesOnePartitionOnly(String template, String role, String table, String partition) {
        List<Role.Statement> about = Template.of(template).role(role).statements().stream()
                .filter(statement -> statement.resources().contains(table))
                .toList();
        assertThat(about).isNotEmpty().allSatisfy(statement -> {
            JsonNode keys = statement.condition().at("/ForAllValues:StringEquals/dynamodb:LeadingKeys");
            assertThat(keys).hasSize(1);
            assertThat(keys.get(0).asText()).isEqualTo(partition);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "coordinator, CoordinatorRole, dynamodb:UpdateItem, Ledger.Arn",
        "coordinator, CoordinatorRole, dynamodb:DeleteItem, Ledger.Arn",
        "coordinator, CoordinatorRole, dynamodb:DeleteItem, Keys.Arn",
        "coordinator, CoordinatorRole, dynamodb:UpdateItem, Keys.Arn",
        "coordinator, CoordinatorRole, dynamodb:DeleteItem, Registry.Arn",
        "coordinator, CoordinatorRole, dynamodb:UpdateItem, Registry.Arn",
        "coordinator, CoordinatorRole, dynamodb:Query, Containers.Arn",
        "coordinator, CoordinatorRole, dynamodb:Query, ${Containers.Arn}/index/due",
        "coordinator, CoordinatorRole, dynamodb:DeleteItem, Containers.Arn",
        "coordinator, SweepRole, dynamodb:GetItem, Messages.Arn",
        "coordinator, SweepRole, dynamodb:Query, Mailbox.Arn",
        "coordinator, CoordinatorRole, dynamodb:DeleteItem, Quotas.Arn",
        "coordinator, SweepRole, dynamodb:GetItem, Quotas.Arn",
        "coordinator, SweepRole, dynamodb:Query, Keys.Arn",
        "coordinator, SweepRole, dynamodb:PutItem, Containers.Arn",
        "coordinator, SweepRole, dynamodb:PutItem, Registry.Arn",
        "coordinator, SweepRole, dynamodb:UpdateItem, Ledger.Arn",
        "coordinator, SweepRole, dynamodb:DeleteItem, Ledger.Arn",
        "coordinator, AuditRole, dynamodb:PutItem, Ledger.Arn",
        "coordinator, AuditRole, dynamodb:GetItem, Containers.Arn",
        "coordinator, AuditRole, dynamodb:GetItem, Messages.Arn",
        "coordinator, AuditRole, dynamodb:Query, Mailbox.Arn",
        "coordinator, AuditRole, dynamodb:Query, Keys.Arn",
        "entropy-node, NodeRole, dynamodb:DeleteItem, Shares.Arn",
        "entropy-node, NodeRole, dynamodb:UpdateItem, EpochKeys.Arn",
        "entropy-node, NodeRole, dynamodb:DeleteItem, SeenRegistry.Arn",
        "entropy-node, EraseRole, dynamodb:GetItem, EpochKeys.Arn",
        "entropy-node, EraseRole, dynamodb:PutItem, EpochKeys.Arn",
        "entropy-node, EraseRole, dynamodb:PutItem, Shares.Arn",
        "entropy-node, EraseRole, dynamodb:GetItem, SeenRegistry.Arn"
    })
    void role_cannot(String template, String role, String action, String resource) {
        assertThat(Template.of(template).role(role).allows(action, resource)).isFalse();
    }

    /** A query shows whole items, private keys with them, unless it says that it asks for their names only. */
    @Test
    void erasingRun_queriesEpochsWithoutSeeingTheirKeys() {
        List<Role.Statement> queries = Template.of("entropy-node").role("EraseRole").statements().stream()
                .filter(statement -> statement.actions().contains("dynamodb:Query"))
                .filter(statement -> statement.resources().contains("EpochKeys.Arn"))
                .toList();
        assertThat(queries).hasSize(1);
        JsonNode condition = queries.get(0).condition();
        assertThat(condition.at("/StringEquals/dynamodb:Select").asText()).isEqualTo("SPECIFIC_ATTRIBUTES");
        assertThat(condition
                        .at("/ForAllValues:StringEquals/dynamodb:Attributes")
                        .valueStream()
                        .map(JsonNode::asText))
                .containsExactlyInAnyOrder("kind", "epochEnd");
    }

    /** Nobody reads a table from end to end, in bulk, or changes what a table is. */
    @ParameterizedTest
    @MethodSource("roles")
    void role_isMadeForRequestsOnly(Template template, String role) {
        Set<String> requests = Set.of(
                "dynamodb:GetItem",
                "dynamodb:PutItem",
                "dynamodb:UpdateItem",
                "dynamodb:DeleteItem",
                "dynamodb:Query",
                "dynamodb:ConditionCheckItem",
                "ssm:GetParameter",
                "logs:CreateLogStream",
                "logs:PutLogEvents",
                "lambda:InvokeFunction",
                "sqs:SendMessage");
        assertThat(template.role(role).statements())
                .allSatisfy(statement -> assertThat(requests).containsAll(statement.actions()));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void role_isTakenByOneServiceOnly(Template template, String role) {
        JsonNode trust = template.properties(role).at("/AssumeRolePolicyDocument/Statement");
        assertThat(trust).hasSize(1);
        assertThat(trust.get(0).get("Action").asText()).isEqualTo("sts:AssumeRole");
        assertThat(trust.get(0).at("/Principal/Service").asText())
                .isEqualTo(role.endsWith("ScheduleRole") ? "scheduler.amazonaws.com" : "lambda.amazonaws.com");
    }

    private static String parameter(String name) {
        return "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter${" + name + "}";
    }
}
