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

/** {@code mayfly keys reset}: asks for these keys in the place of lost ones. */
@Command(
        name = "reset",
        description =
                "Asks for these keys in the place of registered ones that were lost. They come into force after a "
                        + "day, and contacts must accept them.",
        mixinStandardHelpOptions = true)
final class ResetCommand extends NetworkCommand {
    @Mixin
    private Account account;

    @Override
    protected boolean run(Network network, PrintWriter out) throws IOException, RejectedException {
        try (Keyring keyring = account.keys(network).read()) {
            Contact me = account.connect(network, keyring, new RememberedPins())
                    .account()
                    .reset();
            me.waiting().ifPresentOrElse(reset -> Telling.reset(out, me, reset), () -> Telling.version(out, me));
            return true;
        }
    }
}
