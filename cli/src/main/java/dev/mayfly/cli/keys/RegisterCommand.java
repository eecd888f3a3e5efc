package dev.mayfly.cli.keys;

import dev.mayfly.cli.user.Account;
import dev.mayfly.cli.user.NetworkCommand;
import dev.mayfly.client.contact.RememberedPins;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.network.Network;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mayfly keys register}: puts a user's first keys on the ledger. */
@Command(
        name = "register",
        description = "Registers the user's first keys. Again changes nothing.",
        mixinStandardHelpOptions = true)
final class RegisterCommand extends NetworkCommand {
    @Mixin
    private Account account;

    @Override
    protected boolean run(Network network, PrintWriter out) throws IOException, RejectedException {
        try (Keyring keyring = account.keys(network).read()) {
            Contact me = account.connect(network, keyring, new RememberedPins()).register();
            Telling.version(out, me);
            return true;
        }
    }
}
