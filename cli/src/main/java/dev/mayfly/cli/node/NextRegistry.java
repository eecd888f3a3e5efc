package dev.mayfly.cli.node;

import dev.mayfly.cli.network.NetworkOption;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.KeyFile;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.Timeouts;
import dev.mayfly.transport.UnreachableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The admin's next version of the registry: the newest one with one change, signed and published. */
final class NextRegistry {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private NetworkOption option;

    @Option(
            names = "--admin-key",
            required = true,
            paramLabel = "FILE",
            description = "The admin's key, as network init made it.")
    private Path adminKey;

    /** What to do with the nodes that there are, by their ids. */
    @FunctionalInterface
    interface Change {
        /**
         * Changes them.
         *
         * @throws RejectedException when it makes no sense for them
         */
        void apply(SortedMap<String, NodeRecord> nodes) throws RejectedException;
    }

    /** Publishes; 0 when the coordinator has the new version in force, 1 when it does not. */
    int publish(Change change) {
        Network network = option.read();
        CommandLine command = spec.commandLine();
        try (SigningPrivateKey admin = admin(network)) {
            Registry next = publish(network, admin, change);
            PrintWriter out = command.getOut();
            out.printf(
                    "registry version %d: %d nodes%n",
                    next.version(), next.nodes().size());
            out.flush();
            return 0;
        } catch (Refusal refusal) {
            return failed("the coordinator refuses: " + refusal.detail());
        } catch (RejectedException | UnreachableException failed) {
            return failed(failed.getMessage());
        }
    }

    private static Registry publish(Network network, SigningPrivateKey admin, Change change) throws RejectedException {
        CoordinatorClient coordinator =
                CoordinatorClient.anonymous(new HttpJson(Timeouts.USUAL), network.coordinator());
        Optional<Registry> newest = newest(coordinator, network);
        SortedMap<String, NodeRecord> nodes = new TreeMap<>();
        newest.map(Registry::nodes).orElse(List.of()).forEach(node -> nodes.put(node.id(), node));
        change.apply(nodes);
        Registry next =
                new Registry(network.name(), newest.map(Registry::version).orElse(0L) + 1, List.copyOf(nodes.values()));
        String statement = RegistryStatement.sign(next, admin, Clock.systemUTC(), new SecureRandom())
                .compact();
        String stored = coordinator
                .publishRegistry(new CoordinatorApi.SignedRegistry(statement))
                .registry();
        if (!stored.equals(statement)) {
            throw new RejectedException("somebody else published version " + next.version() + "; look and try again");
        }
        return next;
    }

    private static Optional<Registry> newest(CoordinatorClient coordinator, Network network) throws RejectedException {
        try {
            return Optional.of(Registry.verify(coordinator.registry().registry(), network));
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.NOT_ENOUGH_NODES) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private SigningPrivateKey admin(Network network) {
        try (SecretBytes scalar = KeyFile.read(adminKey)) {
            SigningPrivateKey admin = SigningPrivateKey.parse(scalar);
            if (!admin.publicKey().equals(network.admin())) {
                admin.close();
                throw new ParameterException(spec.commandLine(), adminKey + " is not the key of this network's admin");
            }
            return admin;
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), adminKey + " cannot be read");
        } catch (RejectedException notOne) {
            throw new ParameterException(spec.commandLine(), adminKey + ": " + notOne.getMessage());
        }
    }

    private int failed(String why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("not published: " + why);
        err.flush();
        return 1;
    }
}
