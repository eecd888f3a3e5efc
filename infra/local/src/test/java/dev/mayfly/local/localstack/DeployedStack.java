package dev.mayfly.local.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.local.Eventually;
import dev.mayfly.templates.DataPart;
import dev.mayfly.templates.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackResource;

/**
 * The data part of one trust domain.
 *
 * @param name of the stack
 * @param parameters every parameter of the template, with the values that it was deployed with
 * @param physicalIds of its resources, by logical ids
 */
record DeployedStack(String name, Template template, Map<String, String> parameters, Map<String, String> physicalIds) {
    /** What the local network's functions are told that their tables' names begin with: this, and each node's id. */
    private static final String COORDINATOR = "coordinator";

    private static final int NODES = 5;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** The stacks of a whole network, before they are deployed: a coordinator, its nodes, and a user's handler. */
    static List<DeployedStack> planned() {
        List<DeployedStack> stacks = new ArrayList<>();
        stacks.add(planned(COORDINATOR, "coordinator", Map.of("TablePrefix", COORDINATOR + "-")));
        for (String id : nodes()) {
            Map<String, String> parameters = Map.of(
                    "NodeId", id, "TablePrefix", id + "-", "SigningKeyParameter", "/mayfly/" + id + "/signing-key");
            stacks.add(planned(id, "entropy-node", parameters));
        }
        stacks.add(planned("alice", "message-handler", Map.of()));
        return stacks;
    }

    /** The ids of the nodes. */
    static List<String> nodes() {
        return IntStream.rangeClosed(1, NODES)
                .mapToObj(number -> "node-" + number)
                .toList();
    }

    /** Deploys them all. */
    static Map<String, DeployedStack> deploy(LocalStack localStack) {
        try (CloudFormationClient cloudFormation = localStack.client(CloudFormationClient.builder())) {
            List<DeployedStack> planned = planned();
            planned.forEach(stack -> stack.create(cloudFormation));
            return planned.stream()
                    .map(stack -> stack.awaited(cloudFormation))
                    .collect(Collectors.toMap(DeployedStack::name, stack -> stack));
        }
    }

    private static DeployedStack planned(String name, String template, Map<String, String> given) {
        Template of = Template.of(template);
        Map<String, String> parameters = new HashMap<>();
        of.document().get("Parameters").properties().forEach(parameter -> {
            String usual = parameter.getKey().matches("Issuer|.*Url") ? "https://id.example" : "example";
            parameters.put(
                    parameter.getKey(), parameter.getValue().path("Default").asText(usual));
        });
        parameters.putAll(given);
        return new DeployedStack(name, of, parameters, Map.of());
    }

    private void create(CloudFormationClient cloudFormation) {
        cloudFormation.createStack(create -> create.stackName(name)
                .templateBody(DataPart.of(template))
                .capabilities(Capability.CAPABILITY_IAM)
                .parameters(parameters.entrySet().stream()
                        .map(parameter -> Parameter.builder()
                                .parameterKey(parameter.getKey())
                                .parameterValue(parameter.getValue())
                                .build())
                        .toList()));
    }

    private DeployedStack awaited(CloudFormationClient cloudFormation) {
        Eventually.holds(LONGEST, () -> !status(cloudFormation).endsWith("_IN_PROGRESS"));
        assertThat(status(cloudFormation)).as(name).isEqualTo("CREATE_COMPLETE");
        Map<String, String> made =
                cloudFormation.describeStackResources(of -> of.stackName(name)).stackResources().stream()
                        .collect(Collectors.toMap(StackResource::logicalResourceId, StackResource::physicalResourceId));
        return new DeployedStack(name, template, parameters, made);
    }

    private String status(CloudFormationClient cloudFormation) {
        return cloudFormation
                .describeStacks(of -> of.stackName(name))
                .stacks()
                .get(0)
                .stackStatusAsString();
    }

    @Override
    public String toString() {
        return name;
    }
}
