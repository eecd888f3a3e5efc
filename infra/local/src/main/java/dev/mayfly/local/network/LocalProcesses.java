package dev.mayfly.local.network;

import dev.mayfly.local.process.PackagedFunction;
import dev.mayfly.local.process.Repeating;
import dev.mayfly.local.process.Running;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A network's functions as processes: which starts first, and how one that was killed is started again. */
final class LocalProcesses {
    private final Path root;
    private final Map<String, String> settings;
    private final Running running;
    private final NetworkFolder folder;
    private final URI database;
    private final TokenIssuer issuer;
    private final LocalCoordinator coordinator;
    private final LocalSweep sweep;
    private final LocalAudit audit;

    /** Functions of a project, told these settings beside their own. */
    LocalProcesses(
            Path root,
            Map<String, String> settings,
            Running running,
            NetworkFolder folder,
            URI database,
            TokenIssuer issuer,
            LocalCoordinator coordinator) {
        this.root = root;
        this.settings = settings;
        this.running = running;
        this.folder = folder;
        this.database = database;
        this.issuer = issuer;
        this.coordinator = coordinator;
        this.sweep = new LocalSweep(folder);
        this.audit = new LocalAudit(folder);
    }

    /** Starts everything but handlers, and waits for all but the audit. */
    void start(List<LocalNode> nodes) {
        startCoordinator();
        nodes.forEach(this::startNode);
        startSweep();
        coordinator.awaitStarted();
        nodes.forEach(LocalNode::awaitStarted);
        sweep.awaitStarted();
        // Nobody needs it at once, and a laptop has few cores.
        running.start(() -> {
            audit.start(function("audit"), database);
            return audit::kill;
        });
    }

    void restart(List<LocalNode> killed) {
        killed.forEach(this::startNode);
        killed.forEach(LocalNode::awaitStarted);
    }

    long coordinatorPid() {
        return coordinator.pid();
    }

    void killCoordinator() {
        coordinator.kill();
    }

    void restartCoordinator() {
        startCoordinator();
        coordinator.awaitStarted();
    }

    void killSweep() {
        sweep.kill();
    }

    void restartSweep() {
        startSweep();
        sweep.awaitStarted();
    }

    void startHandlers(List<LocalHandler> handlers) throws IOException {
        handlers.forEach(this::startHandler);
        for (LocalHandler handler : handlers) {
            handler.awaitStarted();
        }
    }

    URI audit() {
        return audit.url();
    }

    private void startCoordinator() {
        running.start(() -> {
            coordinator.start(function("coordinator"), database, issuer.issuer(), LocalAdmin.NETWORK_NAME);
            return coordinator::kill;
        });
    }

    private void startSweep() {
        running.start(() -> {
            sweep.start(function("expiry-sweep"), database);
            return sweep::kill;
        });
    }

    private void startNode(LocalNode node) {
        running.start(() -> {
            node.start(function("entropy-node"), folder.networkFile(), database);
            return node::kill;
        });
    }

    private void startHandler(LocalHandler handler) {
        running.start(() -> {
            handler.start(function("message-handler"), folder.networkFile());
            return handler::kill;
        });
        running.start(() -> Repeating.every(TokenIssuer.USUAL_LIFETIME.dividedBy(2), handler::renewTokens));
    }

    private PackagedFunction function(String module) {
        return PackagedFunction.of(root, module, settings);
    }
}
