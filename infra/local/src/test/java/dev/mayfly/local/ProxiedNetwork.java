package dev.mayfly.local;

import dev.mayfly.local.fault.Behaviour;
import dev.mayfly.local.fault.FaultProxy;
import dev.mayfly.local.fault.Lies;
import dev.mayfly.local.network.LocalNetwork;
import dev.mayfly.local.network.LocalNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The running network with a proxy before each of its nodes, under a registry that says so. */
record ProxiedNetwork(LocalNetwork network, Map<String, FaultProxy> proxies) {
    private static final long REGISTRY = 2;

    /** Makes nodes misbehave. */
    void misbehave(List<String> nodes, Behaviour behaviour) {
        nodes.forEach(node -> proxies.get(node).behave(behaviour));
    }

    /** Makes nodes lie, each in its own name. */
    void lie(List<String> nodes, Function<Lies, Behaviour> lie) {
        nodes.forEach(
                node -> proxies.get(node).behave(lie.apply(network.node(node).lies())));
    }

    /** Makes all nodes honest. */
    void reform() {
        proxies.values().forEach(proxy -> proxy.behave(Behaviour.HONEST));
    }

    /** Gives it to tests, one for all of them. */
    static final class Resolver implements ParameterResolver {
        private final RunningNetwork running = new RunningNetwork();

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ProxiedNetwork.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            LocalNetwork network = running.network(context);
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(ProxiedNetwork.class))
                    .computeIfAbsent(ProxiedNetwork.class, type -> before(network), ProxiedNetwork.class);
        }

        private static ProxiedNetwork before(LocalNetwork network) {
            Map<String, FaultProxy> proxies =
                    network.nodes().stream().collect(Collectors.toMap(LocalNode::id, network::proxy));
            network.publishRegistry(REGISTRY);
            return new ProxiedNetwork(network, proxies);
        }
    }
}
