package dev.mayfly.local.localstack;

import dev.mayfly.local.RunningNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One LocalStack for the whole test run, with every stack deployed. */
final class RunningLocalStack implements BeforeAllCallback, ParameterResolver {
    /**
     * What is there.
     *
     * @param stacks by name
     */
    record Deployment(LocalStack localStack, Map<String, DeployedStack> stacks) implements AutoCloseable {
        @Override
        public void close() {
            localStack.close();
        }
    }

    /** Starts it here, where a test that cannot run is skipped. */
    @Override
    public void beforeAll(ExtensionContext context) {
        deployment(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Deployment.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return deployment(context);
    }

    private static Deployment deployment(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningLocalStack.class))
                .computeIfAbsent(Deployment.class, type -> deploy(), Deployment.class);
    }

    private static Deployment deploy() {
        String elsewhere = System.getProperty("mayfly.localstack", "");
        try {
            LocalStack localStack = elsewhere.isEmpty()
                    ? LocalStack.start(RunningNetwork.root())
                    : LocalStack.at(URI.create(elsewhere));
            try {
                return new Deployment(localStack, DeployedStack.deploy(localStack));
            } catch (RuntimeException | AssertionError failed) {
                localStack.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("LocalStack cannot be started", failed);
        }
    }
}
