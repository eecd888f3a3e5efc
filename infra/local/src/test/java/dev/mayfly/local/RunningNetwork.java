package dev.mayfly.local;

import dev.mayfly.local.network.LocalNetwork;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One local network of seven nodes for the whole test run, with its registry published. */
public final class RunningNetwork implements ParameterResolver {
    private static final int NODES = 7;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalNetwork.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return network(context);
    }

    /** The network of this test run. */
    LocalNetwork network(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningNetwork.class))
                .computeIfAbsent(LocalNetwork.class, type -> start(), LocalNetwork.class);
    }

    /** The project's root, with its functions packaged. */
    public static Path root() {
        return Path.of(System.getProperty("mayfly.root")).toAbsolutePath().normalize();
    }

    private static LocalNetwork start() {
        LocalNetwork network = LocalNetwork.start(root(), NODES);
        network.publishRegistry(1);
        return network;
    }
}
