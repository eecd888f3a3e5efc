package dev.mayfly.local.up;

import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.local.network.LocalHandler;
import dev.mayfly.local.network.LocalNetwork;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.Timeouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mayfly up}: a network until Ctrl-C, with message handlers of two users. */
@Command(
        name = "up",
        description =
                "Runs a network on this machine until Ctrl-C, with message handlers of alice and bob. Started again in "
                        + "the same folder it goes on where it was.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
    private static final List<String> OWNERS = List.of("alice", "bob");
    private static final int FEWEST_NODES = 5;

    /** Everything has just started, and starts slowly on a busy machine. */
    private static final Timeouts PATIENT = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(60), 3);

    @Spec
    private CommandSpec spec;

    @Option(names = "--nodes", paramLabel = "N", description = "How many nodes a new network has; 7 by default.")
    private Integer nodes;

    @Option(names = "--folder", paramLabel = "DIR", description = "Where keys and data are kept; .mayfly by default.")
    private Path folder;

    @Option(names = "--json", description = "One JSON object on standard output instead of the text.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (nodes != null && nodes < FEWEST_NODES) {
            throw new ParameterException(spec.commandLine(), "a container takes " + FEWEST_NODES + " nodes at least");
        }
        Path root = Path.of(System.getProperty("mayfly.root", "")).toAbsolutePath();
        Path place = folder == null
                ? root.resolve(".mayfly")
                : folder.toAbsolutePath().normalize();
        try (LocalNetwork network = LocalNetwork.start(root, place, size())) {
            List<LocalHandler> handlers = network.startHandlers(OWNERS);
            handlers.forEach(UpCommand::register);
            Welcome welcome = new Welcome(root, place, network, handlers);
            welcome.keepVariables();
            System.out.println(json ? welcome.json() : welcome.text());
            // Ctrl-C and SIGTERM end this process, and the network with it.
            new CountDownLatch(1).await();
            return 0;
        } catch (IllegalStateException | UncheckedIOException | IOException failed) {
            System.err.println("mayfly: " + failed.getMessage());
            return 1;
        }
    }

    private OptionalInt size() {
        return nodes == null ? OptionalInt.empty() : OptionalInt.of(nodes);
    }

    /** Registers the owner's keys, each time: again changes nothing. */
    private static void register(LocalHandler handler) {
        HandlerApi.User owner =
                new HandlerApi.User(handler.owner().issuer(), handler.owner().subject());
        try {
            new HttpJson(PATIENT)
                    .post(
                            handler.url().resolve("/v1/register"),
                            Optional.of(handler::appToken),
                            new HandlerApi.Register(owner),
                            HandlerApi.Registered.class)
                    .join();
        } catch (CompletionException failed) {
            throw new IllegalStateException(
                    owner.subject() + "'s keys cannot be registered: "
                            + failed.getCause().getMessage(),
                    failed.getCause());
        }
    }
}
