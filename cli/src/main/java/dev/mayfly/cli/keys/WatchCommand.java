package dev.mayfly.cli.keys;

import dev.mayfly.cli.user.Account;
import dev.mayfly.cli.user.NetworkCommand;
import dev.mayfly.client.account.OwnKeys;
import dev.mayfly.client.contact.RememberedPins;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.identity.Fingerprint;
import dev.mayfly.domain.network.Network;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mayfly keys watch}: what stands in the directory under the user's own name. */
@Command(
        name = "watch",
        description = "Compares the directory with the user's keys; exits 1 when something is there that is not the "
                + "user's, or its keys are not in force.",
        mixinStandardHelpOptions = true)
final class WatchCommand extends NetworkCommand {
    @Mixin
    private Account account;

    @Override
    protected boolean run(Network network, PrintWriter out) throws IOException, RejectedException {
        try (Keyring keyring = account.keys(network).read()) {
            OwnKeys found =
                    account.connect(network, keyring, new RememberedPins()).watch();
            Telling.version(out, found.me());
            if (!found.inForce()) {
                out.println("not in force: the keys in the file");
            }
            found.unknown()
                    .forEach(version -> out.printf(
                            "unknown: version %d, %s%n",
                            version.entry().version(), Fingerprint.of(found.me().user(), version.keys())));
            found.me().waiting().ifPresent(reset -> Telling.reset(out, found.me(), reset));
            found.unknownReset().ifPresent(reset -> out.println("unknown: that reset; mayfly keys cancel ends it"));
            return found.areOwn();
        }
    }
}
