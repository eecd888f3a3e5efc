package dev.mayfly.cli.node;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.registry.NodeRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mayfly node register NODE…}: puts nodes on the registry. */
@Command(
        name = "register",
        description = "Publishes the registry's next version with these nodes, signed by the admin.",
        mixinStandardHelpOptions = true)
final class RegisterNode implements Callable<Integer> {
    private static final int MAX_BYTES = 64 * 1024;

    @Spec
    private CommandSpec spec;

    @Mixin
    private NextRegistry registry;

    @Parameters(arity = "1..*", paramLabel = "NODE", description = "The node.json of each.")
    private List<Path> files;

    @Option(names = "--replace", description = "A node with the same id is replaced: another address, or a new key.")
    private boolean replace;

    @Override
    public Integer call() {
        List<NodeRecord> added = new ArrayList<>();
        for (Path file : files) {
            added.add(read(file));
        }
        return registry.publish(nodes -> {
            for (NodeRecord node : added) {
                if (nodes.put(node.id(), node) != null && !replace) {
                    throw new RejectedException(node.id() + " is registered; --replace replaces it");
                }
            }
        });
    }

    private NodeRecord read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return NodeFile.parse(in.readNBytes(MAX_BYTES));
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), file + " cannot be read");
        } catch (RejectedException notOne) {
            throw new ParameterException(spec.commandLine(), file + ": " + notOne.getMessage());
        }
    }
}
