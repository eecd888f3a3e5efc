package dev.mayfly.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.dynamodblocal.DynamoDbLocal;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test a {@link World} of its own, in the one DynamoDB Local of this test run. When the test is over, the whole ledger
 * must verify, whatever the test was about.
 */
final class LocalDynamo implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(LocalDynamo.class);

    /** A world belongs to a test, not to its class. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The stores close what is in them: the engine after the last test of the run, a world after its test.
        DynamoDbLocal engine = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(DynamoDbLocal.class, key -> DynamoDbLocal.start(), DynamoDbLocal.class);
        return context.getStore(NAMESPACE)
                .computeIfAbsent(World.class, key -> new World(engine.endpoint()), World.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(context.getStore(NAMESPACE)
                        .get(World.class, World.class)
                        .verified()
                        .findings())
                .isEmpty();
    }
}
