package dev.mayfly.cli.node;

import dev.mayfly.crypto.RejectedException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mayfly node retire ID…}: takes nodes off the registry. */
@Command(
        name = "retire",
        description = {
            "Publishes the registry's next version without these nodes, signed by the admin.",
            "They serve no new container; keep them running until the last old one has ended."
        },
        mixinStandardHelpOptions = true)
final class RetireNode implements Callable<Integer> {
    @Mixin
    private NextRegistry registry;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "The id of each.")
    private List<String> ids;

    @Override
    public Integer call() {
        return registry.publish(nodes -> {
            for (String id : ids) {
                if (nodes.remove(id) == null) {
                    throw new RejectedException("no node is registered as " + id);
                }
            }
        });
    }
}
