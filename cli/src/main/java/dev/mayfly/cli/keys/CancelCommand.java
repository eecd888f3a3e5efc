package dev.mayfly.cli.keys;

import dev.mayfly.cli.user.Account;
import dev.mayfly.cli.user.NetworkCommand;
import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.contact.RememberedPins;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.network.Network;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mayfly keys cancel}: says no to a reset of the user's keys. */
@Command(
        name = "cancel",
        description = "Cancels the reset of the user's keys that waits; exits 1 when none does.",
        mixinStandardHelpOptions = true)
final class CancelCommand extends NetworkCommand {
    @Mixin
    private Account account;

    @Override
    protected boolean run(Network network, PrintWriter out) throws IOException, RejectedException {
        try (Keyring keyring = account.keys(network).read()) {
            MayflyClient client = account.connect(network, keyring, new RememberedPins());
            Optional<Contact.Reset> waiting = client.account().watch().me().waiting();
            if (waiting.isEmpty()) {
                out.println("no reset waits");
                return false;
            }
            Telling.version(out, client.account().cancel(waiting.get()));
            return true;
        }
    }
}
