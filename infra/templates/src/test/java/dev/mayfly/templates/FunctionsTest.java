package dev.mayfly.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That each function is alone, bounded, watched and told no secret, and who may call it. */
class FunctionsTest {
    private static final List<Template> TEMPLATES =
            List.of(Template.of("coordinator"), Template.of("entropy-node"), Template.of("message-handler"));

    static Stream<Template> templates() {
        return TEMPLATES.stream();
    }

    static Stream<Arguments> functions() {
        return TEMPLATES.stream()
                .flatMap(template ->
                        template.functions().keySet().stream().map(function -> Arguments.of(template, function)));
    }

    static Stream<Arguments> schedules() {
        return TEMPLATES.stream()
                .flatMap(template -> template.resources("AWS::Scheduler::Schedule").keySet().stream()
                        .map(schedule -> Arguments.of(template, schedule)));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyFunction_hasARoleAndALogOfItsOwn(Template template) {
        Set<String> owned = new HashSet<>();
        template.functions().forEach((name, function) -> {
            assertThat(owned.add(function.at("/Properties/Role").asText())).isTrue();
            assertThat(owned.add(
                            function.at("/Properties/LoggingConfig/LogGroup").asText()))
                    .isTrue();
        });
        assertThat(template.resources("AWS::Logs::LogGroup").values())
                .hasSameSizeAs(template.functions().values())
                .allSatisfy(
                        log -> assertThat(log.at("/Properties/RetentionInDays").asText())
                                .isEqualTo("LogRetentionDays"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_isBoundedInTimeAndNumber(Template template, String function) {
        JsonNode properties = template.properties(function);
        assertThat(properties.get("Timeout").asInt()).isBetween(1, 59);
        assertThat(properties.has("ReservedConcurrentExecutions")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_isWatched(Template template, String function) {
        assertThat(template.resources("AWS::CloudWatch::Alarm").values())
                .filteredOn(alarm -> alarm.at("/Properties/MetricName").asText().equals("Errors"))
                .anySatisfy(alarm -> assertThat(
                                alarm.at("/Properties/Dimensions/0/Value").asText())
                        .isEqualTo(function));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyAlarm_saysWhatIsWrongAndCanBeSent(Template template) {
        assertThat(template.resources("AWS::CloudWatch::Alarm").values()).allSatisfy(alarm -> {
            assertThat(alarm.at("/Properties/AlarmDescription").asText()).endsWith(".");
            assertThat(alarm.at("/Properties/AlarmActions/0").asText()).isEqualTo("HasAlarmTopic");
        });
    }

    /** Settings are names of files and parameters, numbers and addresses: what can be told to everybody. */
    @ParameterizedTest
    @MethodSource("templates")
    void environment_holdsNoSecret(Template template) {
        Set<String> plain = Set.of(
                "JAVA_TOOL_OPTIONS",
                "MAYFLY_COORDINATOR_NETWORK_FILE",
                "MAYFLY_COORDINATOR_VRF_KEY_PARAMETER",
                "MAYFLY_COORDINATOR_TABLE_PREFIX",
                "MAYFLY_COORDINATOR_RETENTION",
                "MAYFLY_AUDIT_NETWORK_FILE",
                "MAYFLY_AUDIT_TABLE_PREFIX",
                "MAYFLY_SWEEP_NETWORK_FILE",
                "MAYFLY_SWEEP_TABLE_PREFIX",
                "MAYFLY_SWEEP_RETENTION",
                "MAYFLY_NODE_ID",
                "MAYFLY_NODE_NETWORK_FILE",
                "MAYFLY_NODE_SIGNING_KEY_PARAMETER",
                "MAYFLY_NODE_TABLE_PREFIX",
                "MAYFLY_NODE_RETENTION",
                "MAYFLY_HANDLER_NETWORK_FILE",
                "MAYFLY_HANDLER_KEYRING_PARAMETER",
                "MAYFLY_HANDLER_PIN_PARAMETER",
                "MAYFLY_HANDLER_COORDINATOR_TOKEN_PARAMETER",
                "MAYFLY_HANDLER_EVIDENCE_FOLDER",
                "MAYFLY_HANDLER_APPS",
                "MP_JWT_VERIFY_ISSUER",
                "MP_JWT_VERIFY_AUDIENCES",
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                "MP_JWT_VERIFY_PUBLICKEY_ALGORITHM");
        List<JsonNode> environments = template.document().findValues("Environment");
        assertThat(environments)
                .isNotEmpty()
                .allSatisfy(environment -> assertThat(plain).containsAll(names(environment.get("Variables"))));
        assertThat(template.document().get("Parameters").properties())
                .allSatisfy(parameter ->
                        assertThat(parameter.getValue().has("Description")).isTrue())
                .noneSatisfy(parameter ->
                        assertThat(parameter.getValue().has("NoEcho")).isTrue());
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void schedule_runsEveryMinuteAndKeepsWhatItCouldNotDeliver(Template template, String schedule) {
        JsonNode properties = template.properties(schedule);
        assertThat(properties.get("ScheduleExpression").asText()).isEqualTo("rate(1 minute)");
        assertThat(properties.at("/Target/RetryPolicy/MaximumRetryAttempts").asInt())
                .isPositive();
        assertThat(properties.at("/Target/DeadLetterConfig/Arn").asText()).isEqualTo("DeadLetters.Arn");
        String called = properties.at("/Target/Arn").asText().replace(".Alias", "");
        JsonNode function = template.properties(called);
        // Two runs at once would do no harm, and no good.
        assertThat(function.get("ReservedConcurrentExecutions").asInt()).isEqualTo(1);
        assertThat(function.has("Events")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void snapshots_areTakenOfPublishedVersionsOnly(Template template) {
        JsonNode function = template.document().at("/Globals/Function");
        assertThat(function.at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
        assertThat(function.get("AutoPublishAlias").asText()).isEqualTo("live");
        // Without it a changed parameter or network file would not reach the version that is called.
        assertThat(template.functions().values())
                .allSatisfy(each -> assertThat(each.at("/Properties/AutoPublishAliasAllProperties")
                                .asBoolean())
                        .isTrue());
    }

    /** Whatever wants a token inside wants one at the door, and nothing else does. */
    @Test
    void coordinator_isOpenWhereItsDescriptionSaysSo() throws IOException {
        JsonNode api = Template.of("coordinator").properties("Api");
        assertThat(api.at("/Auth/DefaultAuthorizer").asText()).isEqualTo("Token");
        List<String> open = new ArrayList<>();
        for (JsonNode event :
                Template.of("coordinator").properties("Coordinator").get("Events")) {
            JsonNode route = event.get("Properties");
            if (route.at("/Auth/Authorizer").asText().equals("NONE")) {
                open.add(route.get("Method").asText() + " " + route.get("Path").asText());
            }
        }
        assertThat(open).containsExactlyInAnyOrderElementsOf(describedAsOpen("coordinator"));
    }

    /** Its description has no function without a token, and its door the functions of its description. */
    @Test
    void handler_asksEveryAppForATokenOfItsOwnAudience() throws IOException {
        Template template = Template.of("message-handler");
        JsonNode auth = template.properties("Api").get("Auth");
        assertThat(auth.get("DefaultAuthorizer").asText()).isEqualTo("Token");
        assertThat(auth.at("/Authorizers/Token/JwtConfiguration/audience/0").asText())
                .isEqualTo("Audience");
        assertThat(template.document().at("/Parameters/Audience").has("Default"))
                .isFalse();
        assertThat(template.properties("Handler").get("Events"))
                .allSatisfy(
                        route -> assertThat(route.get("Properties").has("Auth")).isFalse());
        assertThat(describedAsOpen("message-handler")).isEmpty();
    }

    @Test
    void audit_isForEverybody() {
        assertThat(Template.of("coordinator").properties("AuditApi").has("Auth"))
                .isFalse();
    }

    @Test
    void node_asksNobodyForAToken() {
        assertThat(Template.of("entropy-node").properties("Api").has("Auth")).isFalse();
    }

    private static List<String> describedAsOpen(String role) throws IOException {
        Path file = Path.of(System.getProperty("basedir", ""), "../../docs/openapi/" + role + ".yaml");
        List<String> open = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                new YAMLMapper().readTree(file.toFile()).get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (method.getValue().get("security").isEmpty()) {
                    open.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                }
            }
        }
        return open;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
