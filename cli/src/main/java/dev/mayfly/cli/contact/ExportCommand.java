package dev.mayfly.cli.contact;

import dev.mayfly.cli.user.Account;
import dev.mayfly.cli.user.NetworkCommand;
import dev.mayfly.client.account.OwnKeys;
import dev.mayfly.client.contact.Pin;
import dev.mayfly.client.contact.RememberedPins;
import dev.mayfly.client.file.ContactFile;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.network.Network;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mayfly contact export FILE}: the user itself, as a contact for others. */
@Command(
        name = "export",
        description =
                "Writes the user's own keys in force to a new file, to hand to others, and prints their fingerprint.",
        mixinStandardHelpOptions = true)
final class ExportCommand extends NetworkCommand {
    @Mixin
    private Account account;

    @Parameters(paramLabel = "FILE", description = "The file to write.")
    private Path file;

    @Override
    protected boolean run(Network network, PrintWriter out) throws IOException, RejectedException {
        try (Keyring keyring = account.keys(network).read()) {
            OwnKeys own = account.connect(network, keyring, new RememberedPins())
                    .account()
                    .watch();
            if (!own.inForce()) {
                throw new RejectedException("keys", "the keys in force are not those in the file");
            }
            long now = Instant.now().getEpochSecond();
            Pin me = Pin.of(own.me().user(), own.me().newest(), now);
            Files.write(file, ContactFile.toJson(network.name(), me), StandardOpenOption.CREATE_NEW);
            out.println("fingerprint: " + me.fingerprint());
            return true;
        }
    }
}
