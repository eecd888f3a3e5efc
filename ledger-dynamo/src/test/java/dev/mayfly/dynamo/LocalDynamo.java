package dev.mayfly.dynamo;

import dev.mayfly.dynamodblocal.DynamoDbLocal;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test a {@link Database} of its own: fresh tables in the one DynamoDB Local of this test run. */
public final class LocalDynamo implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Database.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The store closes what is in it when the last test of the run is over.
        DynamoDbLocal engine = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(LocalDynamo.class))
                .computeIfAbsent(DynamoDbLocal.class, key -> DynamoDbLocal.start(), DynamoDbLocal.class);
        return Database.fresh(engine.endpoint());
    }
}
