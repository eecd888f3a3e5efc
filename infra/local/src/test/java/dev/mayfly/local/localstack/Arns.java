package dev.mayfly.local.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mayfly.templates.DataPart;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a stack's parameters and resources are called once they are there: what CloudFormation's functions come to. */
final class Arns {
    private static final Pattern SUBSTITUTED = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> values;

    Arns(DeployedStack stack) {
        values = new TreeMap<>(stack.parameters());
        values.put("AWS::Partition", "aws");
        values.put("AWS::Region", LocalStack.REGION.id());
        values.put("AWS::AccountId", LocalStack.ACCOUNT);
        DataPart.resources(stack.template()).forEach((id, type) -> {
            String physical = stack.physicalIds().get(id);
            switch (type) {
                case "AWS::DynamoDB::Table" -> values.put(id + ".Arn", arn("dynamodb", "table/" + physical));
                case "AWS::IAM::Role" ->
                    values.put(id + ".Arn", "arn:aws:iam::" + LocalStack.ACCOUNT + ":role/" + physical);
                case "AWS::SQS::Queue" ->
                    values.put(id + ".Arn", arn("sqs", physical.substring(physical.lastIndexOf('/') + 1)));
                case "AWS::Logs::LogGroup" -> values.put(id + ".Arn", arn("logs", "log-group:" + physical + ":*"));
                default -> {
                    // Nothing asks for the address of a schedule.
                }
            }
        });
    }

    /** What a text of the template comes to: a reference, a name with others in it, or what it is. */
    String filled(String text) {
        if (text.endsWith(".Alias")) {
            return DataPart.ELSEWHERE;
        }
        if (values.containsKey(text)) {
            return values.get(text);
        }
        return SUBSTITUTED.matcher(text).replaceAll(name -> Matcher.quoteReplacement(values.get(name.group(1))));
    }

    /** A condition with its values filled in. */
    JsonNode filledIn(JsonNode condition) {
        if (condition.isTextual()) {
            return JSON.getNodeFactory().textNode(filled(condition.asText()));
        }
        if (condition.isArray()) {
            ArrayNode filled = JSON.createArrayNode();
            condition.forEach(each -> filled.add(filledIn(each)));
            return filled;
        }
        if (condition.isObject()) {
            ObjectNode filled = JSON.createObjectNode();
            condition.properties().forEach(each -> filled.set(each.getKey(), filledIn(each.getValue())));
            return filled;
        }
        return condition;
    }

    private static String arn(String service, String resource) {
        return "arn:aws:%s:%s:%s:%s".formatted(service, LocalStack.REGION.id(), LocalStack.ACCOUNT, resource);
    }
}
