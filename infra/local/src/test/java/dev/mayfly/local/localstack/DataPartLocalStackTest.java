package dev.mayfly.local.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.local.localstack.RunningLocalStack.Deployment;
import dev.mayfly.templates.DataPart;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A stack that is complete proves nothing: every resource is asked for, and compared with the template. */
@ExtendWith(RunningLocalStack.class)
class DataPartLocalStackTest {
    private final Deployment deployment;

    DataPartLocalStackTest(Deployment deployment) {
        this.deployment = deployment;
    }

    static Stream<DeployedStack> stacks() {
        return DeployedStack.planned().stream();
    }

    static Stream<Arguments> resources() {
        return stacks().flatMap(stack -> DataPart.resources(stack.template()).entrySet().stream()
                .map(resource -> Arguments.of(stack.name(), resource.getKey(), resource.getValue())));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void stack_hasTheResourcesOfTheTemplateAndNoOthers(DeployedStack planned) {
        assertThat(deployment.stacks().get(planned.name()).physicalIds().keySet())
                .isEqualTo(DataPart.resources(planned.template()).keySet());
    }

    @ParameterizedTest
    @MethodSource("resources")
    void resource_isAsTheTemplateDeclaresIt(String name, String id, String type) throws Exception {
        DeployedStack stack = deployment.stacks().get(name);
        Inspection inspection = new Inspection(deployment.localStack(), stack, new Arns(stack));
        switch (type) {
            case "AWS::DynamoDB::Table" -> inspection.table(id);
            case "AWS::IAM::Role" -> inspection.role(id);
            case "AWS::Scheduler::ScheduleGroup" -> inspection.group(id);
            case "AWS::Scheduler::Schedule" -> inspection.schedule(id);
            case "AWS::SQS::Queue" -> inspection.queue(id);
            case "AWS::Logs::LogGroup" -> inspection.logGroup(id);
            default -> throw new IllegalArgumentException("nobody inspects a " + type);
        }
    }
}
