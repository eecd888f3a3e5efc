package dev.mayfly.local.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.templates.Role;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.Target;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Holds what a service says of a resource against what the template says. */
record Inspection(LocalStack localStack, DeployedStack stack, Arns arns) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What stands in the template of a resource. */
    private JsonNode declared(String id) {
        return stack.template().properties(id);
    }

    private String physical(String id) {
        return stack.physicalIds().get(id);
    }

    void table(String id) {
        JsonNode declared = declared(id);
        String name = arns.filled(declared.get("TableName").asText());
        assertThat(physical(id)).isEqualTo(name);
        try (DynamoDbClient dynamoDb = localStack.client(DynamoDbClient.builder())) {
            TableDescription table =
                    dynamoDb.describeTable(of -> of.tableName(name)).table();
            assertThat(keys(table.keySchema())).isEqualTo(keys(declared));
            assertThat(attributes(table.attributeDefinitions())).isEqualTo(attributes(declared));
            assertThat(table.globalSecondaryIndexes().stream()
                            .map(Inspection::index)
                            .toList())
                    .isEqualTo(declared.path("GlobalSecondaryIndexes")
                            .valueStream()
                            .map(Inspection::index)
                            .toList());
            assertThat(table.billingModeSummary().billingModeAsString()).isEqualTo("PAY_PER_REQUEST");
            assertThat(table.streamSpecification()).isNull();
            TimeToLiveDescription ttl =
                    dynamoDb.describeTimeToLive(of -> of.tableName(name)).timeToLiveDescription();
            boolean forgets = declared.has("TimeToLiveSpecification");
            assertThat(ttl.timeToLiveStatusAsString()).isEqualTo(forgets ? "ENABLED" : "DISABLED");
            assertThat(ttl.attributeName()).isEqualTo(forgets ? "ttl" : null);
            assertThat(dynamoDb.listTagsOfResource(of -> of.resourceArn(table.tableArn())).tags().stream()
                            .filter(tag -> tag.key().equals("mayfly:memory"))
                            .map(tag -> tag.value()))
                    .containsExactly(forgets ? "forgets" : "remembers");
            if (forgets) {
                forgets(dynamoDb, name, declared);
            }
        }
    }

    /** An item whose time is over is collected, and one that lives is not. */
    private void forgets(DynamoDbClient dynamoDb, String table, JsonNode declared) {
        Map<String, AttributeValue> over = put(dynamoDb, table, declared, Instant.EPOCH.plusSeconds(1));
        Map<String, AttributeValue> living =
                put(dynamoDb, table, declared, Instant.now().plus(Duration.ofHours(1)));
        localStack.collectExpired();
        assertThat(delete(dynamoDb, table, over)).isFalse();
        assertThat(delete(dynamoDb, table, living)).isTrue();
    }

    /** Puts an item that lives until then; its key. */
    private static Map<String, AttributeValue> put(
            DynamoDbClient dynamoDb, String table, JsonNode declared, Instant until) {
        String ttl = String.valueOf(until.getEpochSecond());
        Map<String, String> types = attributes(declared);
        Map<String, AttributeValue> key = new TreeMap<>();
        declared.get("KeySchema")
                .findValuesAsText("AttributeName")
                .forEach(name -> key.put(
                        name,
                        switch (types.get(name)) {
                            case "N" -> AttributeValue.fromN(ttl);
                            case "S" -> AttributeValue.fromS(ttl);
                            default -> AttributeValue.fromB(SdkBytes.fromUtf8String(ttl));
                        }));
        Map<String, AttributeValue> item = new TreeMap<>(key);
        item.put("ttl", AttributeValue.fromN(ttl));
        dynamoDb.putItem(put -> put.tableName(table).item(item));
        return key;
    }

    /** Deletes an item; whether there was one. */
    private static boolean delete(DynamoDbClient dynamoDb, String table, Map<String, AttributeValue> key) {
        return dynamoDb.deleteItem(delete -> delete.tableName(table).key(key).returnValues(ReturnValue.ALL_OLD))
                .hasAttributes();
    }

    /** Its policies to the letter: actions, resources as addresses, conditions. */
    void role(String id) throws JsonProcessingException {
        try (IamClient iam = localStack.client(IamClient.builder())) {
            JsonNode trust = JSON.readTree(
                    decoded(iam.getRole(of -> of.roleName(physical(id))).role().assumeRolePolicyDocument()));
            assertThat(trust.at("/Statement/0/Principal"))
                    .isEqualTo(declared(id).at("/AssumeRolePolicyDocument/Statement/0/Principal"));
            String policy = declared(id).at("/Policies/0/PolicyName").asText();
            assertThat(iam.listRolePolicies(of -> of.roleName(physical(id))).policyNames())
                    .containsExactly(policy);
            JsonNode found = JSON.readTree(
                    decoded(iam.getRolePolicy(of -> of.roleName(physical(id)).policyName(policy))
                            .policyDocument()));
            List<Role.Statement> statements =
                    Role.of(found.get("Statement").valueStream()).statements();
            List<Role.Statement> expected = stack.template().role(id).statements();
            assertThat(statements).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                statement(statements.get(i), expected.get(i));
            }
        }
    }

    private void statement(Role.Statement found, Role.Statement expected) {
        assertThat(found.sid()).isEqualTo(expected.sid());
        assertThat(found.effect()).isEqualTo("Allow");
        assertThat(found.actions()).isEqualTo(expected.actions());
        assertThat(found.resources())
                .isEqualTo(
                        expected.resources().stream().map(arns::filled).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(found.condition()).isEqualTo(arns.filledIn(expected.condition()));
    }

    void group(String id) {
        try (SchedulerClient scheduler = localStack.client(SchedulerClient.builder())) {
            assertThat(scheduler.getScheduleGroup(of -> of.name(physical(id))).name())
                    .isEqualTo(stack.name());
        }
    }

    void schedule(String id) {
        JsonNode declared = declared(id);
        String name = physical(id).replaceAll(".*[|/]", "");
        try (SchedulerClient scheduler = localStack.client(SchedulerClient.builder())) {
            GetScheduleResponse found =
                    scheduler.getSchedule(of -> of.name(name).groupName(stack.name()));
            assertThat(found.scheduleExpression())
                    .isEqualTo(declared.get("ScheduleExpression").asText());
            assertThat(found.stateAsString()).isIn("ENABLED", null);
            assertThat(found.flexibleTimeWindow().modeAsString()).isEqualTo("OFF");
            Target target = found.target();
            assertThat(target.arn())
                    .isEqualTo(arns.filled(declared.at("/Target/Arn").asText()));
            assertThat(target.roleArn())
                    .isEqualTo(arns.filled(declared.at("/Target/RoleArn").asText()));
            assertThat(target.deadLetterConfig().arn())
                    .isEqualTo(arns.filled(
                            declared.at("/Target/DeadLetterConfig/Arn").asText()));
            JsonNode retries = declared.at("/Target/RetryPolicy");
            assertThat(target.retryPolicy().maximumRetryAttempts())
                    .isEqualTo(retries.get("MaximumRetryAttempts").asInt());
            assertThat(target.retryPolicy().maximumEventAgeInSeconds())
                    .isEqualTo(retries.get("MaximumEventAgeInSeconds").asInt());
        }
    }

    void queue(String id) {
        try (SqsClient sqs = localStack.client(SqsClient.builder())) {
            Map<String, String> attributes = sqs.getQueueAttributes(
                            of -> of.queueUrl(physical(id)).attributeNames(QueueAttributeName.ALL))
                    .attributesAsStrings();
            assertThat(attributes)
                    .containsEntry(
                            "MessageRetentionPeriod",
                            declared(id).get("MessageRetentionPeriod").asText())
                    .containsEntry("SqsManagedSseEnabled", "true");
        }
    }

    /** That it is there: how long it keeps what is written, LocalStack leaves out. */
    void logGroup(String id) {
        try (CloudWatchLogsClient logs = localStack.client(CloudWatchLogsClient.builder())) {
            assertThat(logs.describeLogGroups(of -> of.logGroupNamePrefix(physical(id))).logGroups().stream()
                            .map(LogGroup::logGroupName))
                    .containsExactly(physical(id));
        }
    }

    private static String decoded(String document) {
        return URLDecoder.decode(document, StandardCharsets.UTF_8);
    }

    private static List<String> keys(List<KeySchemaElement> keys) {
        return keys.stream()
                .map(key -> key.attributeName() + " " + key.keyTypeAsString())
                .toList();
    }

    private static List<String> keys(JsonNode declared) {
        return declared.get("KeySchema")
                .valueStream()
                .map(key -> key.get("AttributeName").asText() + " "
                        + key.get("KeyType").asText())
                .toList();
    }

    private static Map<String, String> attributes(List<AttributeDefinition> attributes) {
        return attributes.stream()
                .collect(Collectors.toMap(
                        AttributeDefinition::attributeName, AttributeDefinition::attributeTypeAsString));
    }

    private static Map<String, String> attributes(JsonNode declared) {
        Map<String, String> attributes = new TreeMap<>();
        declared.get("AttributeDefinitions")
                .forEach(attribute -> attributes.put(
                        attribute.get("AttributeName").asText(),
                        attribute.get("AttributeType").asText()));
        return attributes;
    }

    private static List<Object> index(GlobalSecondaryIndexDescription index) {
        return List.of(
                index.indexName(), keys(index.keySchema()), index.projection().projectionTypeAsString());
    }

    private static List<Object> index(JsonNode declared) {
        return List.of(
                declared.get("IndexName").asText(),
                keys(declared),
                declared.at("/Projection/ProjectionType").asText());
    }
}
