package dev.mayfly.handler;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.contact.Pins;
import dev.mayfly.client.contact.RememberedPins;
import dev.mayfly.client.evidence.EvidenceFolder;
import dev.mayfly.client.file.KeyringFile;
import dev.mayfly.client.file.PinFile;
import dev.mayfly.client.party.Budgets;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.Surroundings;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.network.Network;
import dev.mayfly.edge.ReadableFunctions;
import dev.mayfly.role.log.LoggedRequest;
import dev.mayfly.role.setting.Range;
import dev.mayfly.transport.Timeouts;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes a handler out of its settings. The files are read at start: a handler that cannot read them does not start. */
@Dependent
class Wiring {
    private final HandlerConfig config;

    Wiring(HandlerConfig config) {
        this.config = config;
    }

    /** Before anything else starts: a number that makes no sense is said, not tried. */
    void check(@Observes @Priority(10) StartupEvent start) {
        Range.of(Duration.ofMillis(100), Duration.ofMinutes(1))
                .check("mayfly.handler.calls.connect", config.calls().connect())
                .check("mayfly.handler.calls.attempt", config.calls().attempt());
        Range.of(1, 10).check("mayfly.handler.calls.attempts", config.calls().attempts());
        Range.of(Duration.ofSeconds(1), Duration.ofSeconds(ContainerState.OPENING_SECONDS - 1))
                .check("mayfly.handler.budgets.opening", config.budgets().opening());
        Range.of(Duration.ofSeconds(1), Duration.ofMinutes(10))
                .check("mayfly.handler.budgets.ending", config.budgets().ending())
                .check("mayfly.handler.budgets.exchange", config.budgets().exchange());
    }

    @Produces
    @Singleton
    @Startup
    Network network() throws IOException, RejectedException {
        return Network.parse(Files.readAllBytes(config.networkFile()));
    }

    @Produces
    @Singleton
    Keyring keys(Network network) throws IOException, RejectedException {
        exactlyOne("keyring", config.keyringFile(), config.keyringParameter());
        Keyring keys = config.keyringFile().isPresent()
                ? new KeyringFile(config.keyringFile().get(), network.name()).read()
                : new OwnerParameter(config.keyringParameter().get()).keyring(network.name());
        if (!network.issuers().contains(keys.current().user().issuer())) {
            keys.close();
            throw new IllegalStateException("the owner's issuer is not one of the network file's");
        }
        return keys;
    }

    /** On Lambda a snapshot is taken after start, and must not hold the keys: from a parameter they are read when first used. */
    void readKeyringFile(@Observes StartupEvent start, Instance<Keyring> keys) {
        if (config.keyringParameter().isEmpty()) {
            keys.get();
        }
    }

    void close(@Disposes Keyring keys) {
        keys.close();
    }

    @Produces
    @Singleton
    MayflyClient client(Network network, Keyring keys, Clock clock, SecureRandom random, HandlerMeters meters) {
        return MayflyClient.connect(
                network,
                keys,
                pins(network),
                coordinatorToken(),
                new EvidenceFolder(config.evidenceFolder()),
                new Surroundings(budgets(), clock, random, meters, LoggedRequest::current));
    }

    private Budgets budgets() {
        HandlerConfig.Calls calls = config.calls();
        HandlerConfig.Budgets whole = config.budgets();
        return new Budgets(
                new Timeouts(calls.connect(), calls.attempt(), calls.attempts()),
                whole.opening(),
                whole.ending(),
                whole.exchange());
    }

    private Pins pins(Network network) {
        if (config.pinFile().isPresent()) {
            return new PinFile(config.pinFile().get(), network.name());
        }
        return config.pinParameter()
                .map(name -> new OwnerParameter(name).pins(network.name()))
                .orElseGet(RememberedPins::new);
    }

    private Supplier<String> coordinatorToken() {
        exactlyOne("coordinator-token", config.coordinatorTokenFile(), config.coordinatorTokenParameter());
        return config.coordinatorTokenFile()
                .<Supplier<String>>map(TokenFile::new)
                .orElseGet(() ->
                        new OwnerParameter(config.coordinatorTokenParameter().get())::token);
    }

    private static void exactlyOne(String setting, Optional<Path> file, Optional<String> parameter) {
        if (file.isPresent() == parameter.isPresent()) {
            throw new IllegalStateException(
                    "set one of mayfly.handler.%1$s-file and mayfly.handler.%1$s-parameter".formatted(setting));
        }
    }

    @Produces
    @Singleton
    ReadableFunctions readable() {
        return ReadableFunctions.of("v1/inbox", "v1/to-fill");
    }
}
