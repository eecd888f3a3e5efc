package dev.mayfly.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each role may do, all of it, and by name what it may not. */
class RolesTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+/[A-Za-z]+Role)` \\| (.+) \\|$");
    private static final Pattern GRANT = Pattern.compile("(parameter )?`([A-Za-z./-]+)`: ([A-Za-z ]+)");

    private static final List<Template> TEMPLATES =
            List.of(Template.of("coordinator"), Template.of("entropy-node"), Template.of("message-handler"));

    static Stream<Arguments> roles() {
        return TEMPLATES.stream()
                .flatMap(template -> template.resources("AWS::IAM::Role").keySet().stream()
                        .map(role -> Arguments.of(template, role)));
    }

    @Test
    void everyRole_isListedForItsOperator() throws IOException {
        assertThat(roles().map(role -> role.get()[0] + "/" + role.get()[1]))
                .containsExactlyInAnyOrderElementsOf(listed().keySet());
    }

    @ParameterizedTest
    @MethodSource("roles")
    void role_mayDoWhatIsListedAndNoMore(Template template, String role) throws IOException {
        Map<String, String> actions = new TreeMap<>();
        template.role(role)
                .actions()
                .forEach((resource, allowed) -> actions.put(
                        resource,
                        allowed.stream()
                                .map(action -> action.substring(action.indexOf(':') + 1))
                                .collect(Collectors.joining(" "))));
        Map<String, String> expected = new TreeMap<>();
        Matcher grant = GRANT.matcher(listed().get(template + "/" + role));
        while (grant.find()) {
            String resource = grant.group(1) == null ? resource(template, grant.group(2)) : parameter(grant.group(2));
            expected.put(resource, grant.group(3));
        }
        assertThat(actions).isEqualTo(expected);
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
        "coordinator, AuditRole, dynamodb:GetItem, Registry.Arn",
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

    /** What {@code docs/operate.md} says of each role. */
    private static Map<String, String> listed() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("basedir", ""), "../../docs/operate.md"));
        return ROW.matcher(page).results().collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    }

    /** How the template refers to a table, an index, or something else that it has. */
    private static String resource(Template template, String listed) {
        int index = listed.indexOf("/index/");
        if (index > 0) {
            return "${" + template.tableId(listed.substring(0, index)) + ".Arn}" + listed.substring(index);
        }
        if (listed.endsWith(".Alias")) {
            return listed;
        }
        return (template.tables().containsKey(listed) ? template.tableId(listed) : listed) + ".Arn";
    }

    private static String parameter(String name) {
        return "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter${" + name + "}";
    }
}
