package dev.mayfly.handler;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.contact.Pins;
import dev.mayfly.client.contact.RememberedPins;
import dev.mayfly.client.evidence.EvidenceFolder;
import dev.mayfly.client.file.KeyringFile;
import dev.mayfly.client.file.PinFile;
import dev.mayfly.client.party.Budgets;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.network.Network;
import dev.mayfly.edge.ReadableFunctions;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;

/** Makes a handler out of its settings. The files are read at start: a handler that cannot read them does not start. */
@Dependent
class Wiring {
    private final HandlerConfig config;

    Wiring(HandlerConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    @Startup
    Network network() throws IOException, RejectedException {
        return Network.parse(Files.readAllBytes(config.networkFile()));
    }

    @Produces
    @Singleton
    @Startup
    Keyring keys(Network network) throws IOException, RejectedException {
        Keyring keys = new KeyringFile(config.keyringFile(), network.name()).read();
        if (!network.issuers().contains(keys.current().user().issuer())) {
            throw new IllegalStateException("the owner's issuer is not one of the network file's");
        }
        return keys;
    }

    void close(@Disposes Keyring keys) {
        keys.close();
    }

    @Produces
    @Singleton
    MayflyClient client(Network network, Keyring keys, Clock clock, SecureRandom random) {
        Pins pins = config.pinFile()
                .<Pins>map(file -> new PinFile(file, network.name()))
                .orElseGet(RememberedPins::new);
        return MayflyClient.connect(
                network,
                keys,
                pins,
                new TokenFile(config.coordinatorTokenFile()),
                new EvidenceFolder(config.evidenceFolder()),
                Budgets.USUAL,
                clock,
                random);
    }

    @Produces
    @Singleton
    ReadableFunctions readable() {
        return ReadableFunctions.of("v1/inbox");
    }
}
