package dev.mayfly.local.surface;

import dev.mayfly.local.RunningNetwork;
import dev.mayfly.local.network.LocalNetwork;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test of a run the same {@link Surface}. */
public final class SurfaceResolver implements ParameterResolver {
    private static final int NODES = 5;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Surface.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Surface.class))
                .computeIfAbsent(Surface.class, type -> start(), Surface.class);
    }

    private static Surface start() {
        LocalNetwork network = LocalNetwork.start(RunningNetwork.root(), NODES);
        try {
            return new Surface(network);
        } catch (Exception failed) {
            network.close();
            throw new IllegalStateException("nothing to try requests on", failed);
        }
    }
}
