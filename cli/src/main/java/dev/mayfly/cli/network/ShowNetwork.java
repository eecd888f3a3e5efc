package dev.mayfly.cli.network;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.Timeouts;
import dev.mayfly.transport.UnreachableException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mayfly network show}: the network file in words, and the newest registry, verified. */
@Command(
        name = "show",
        description = "Shows a network file, and the newest registry that the coordinator tells and its admin signed.",
        mixinStandardHelpOptions = true)
final class ShowNetwork implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NetworkOption option;

    @Option(names = "--offline", description = "Only the file; asks nobody.")
    private boolean offline;

    @Override
    public Integer call() {
        Network network = option.read();
        PrintWriter out = spec.commandLine().getOut();
        show(out, network);
        try {
            if (!offline) {
                showRegistry(out, network);
            }
            return 0;
        } catch (UnreachableException | RejectedException failed) {
            spec.commandLine().getErr().println("the registry: " + failed.getMessage());
            return 1;
        } finally {
            out.flush();
            spec.commandLine().getErr().flush();
        }
    }

    private static void show(PrintWriter out, Network network) {
        out.println("name: " + network.name());
        out.println("coordinator: " + network.coordinator());
        out.println("admin key: " + network.admin().bytes());
        out.println("VRF key: " + network.vrf().bytes());
        network.issuers().forEach(issuer -> out.println("issuer: " + issuer));
        network.thresholds().forEach(threshold -> out.println("threshold: " + threshold));
        out.println("stand-bys: " + network.standbys());
        out.println("fresh nonces: " + network.freshNonces() + " an hour for each pair of users");
        out.printf(
                "lifetimes: %s to %s, usually %s; epochs of %s%n",
                network.lifetimes().shortest(),
                network.lifetimes().longest(),
                network.lifetimes().usual(),
                network.epoch());
    }

    private static void showRegistry(PrintWriter out, Network network) throws RejectedException {
        CoordinatorClient coordinator =
                CoordinatorClient.anonymous(new HttpJson(Timeouts.USUAL), network.coordinator());
        try {
            Registry registry = Registry.verify(coordinator.registry().registry(), network);
            out.printf("registry version %d, signed by the admin:%n", registry.version());
            for (NodeRecord node : registry.nodes()) {
                out.printf(
                        "  %s of %s at %s, key %s%n",
                        node.id(),
                        node.operator(),
                        node.url(),
                        node.signingKey().bytes());
            }
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.NOT_ENOUGH_NODES) {
                throw new RejectedException("the coordinator refuses: " + refusal.detail());
            }
            out.println("no registry yet");
        }
    }
}
