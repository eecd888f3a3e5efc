package dev.mayfly.cli.keys;

import dev.mayfly.cli.user.Account;
import dev.mayfly.cli.user.NetworkCommand;
import dev.mayfly.client.contact.RememberedPins;
import dev.mayfly.client.file.KeyringFile;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.network.Network;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code mayfly keys rotate}: fresh keys in the place of the user's. They are in the file before they are asked for, so that a
 * command that is cut off is finished by the next one.
 */
@Command(
        name = "rotate",
        description =
                "Puts fresh keys into force in the place of the user's, which stay in the file for what they opened.",
        mixinStandardHelpOptions = true)
final class RotateCommand extends NetworkCommand {
    @Mixin
    private Account account;

    @Override
    protected boolean run(Network network, PrintWriter out) throws IOException, RejectedException {
        KeyringFile file = account.keys(network);
        try (Keyring before = file.read();
                Keyring preparing = before.next().isPresent() ? before : prepared(file, before)) {
            UserKeys next = preparing.next().orElseThrow();
            Contact me = account.connect(network, preparing, new RememberedPins())
                    .account()
                    .rotate(next);
            file.replace(preparing.rotated());
            Telling.version(out, me);
            return true;
        }
    }

    private static Keyring prepared(KeyringFile file, Keyring before) throws IOException {
        Keyring prepared = before.preparing(UserKeys.generate(before.current().user(), new SecureRandom()));
        file.replace(prepared);
        return prepared;
    }
}
