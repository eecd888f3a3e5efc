package dev.mayfly.cli.keys;

import dev.mayfly.cli.user.Account;
import dev.mayfly.cli.user.NetworkCommand;
import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.account.OwnKeys;
import dev.mayfly.client.contact.RememberedPins;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.identity.Fingerprint;
import dev.mayfly.domain.network.Network;
import dev.mayfly.transport.AuditClient;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.Timeouts;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mayfly keys watch}: what stands in the directory under the user's own name. */
@Command(
        name = "watch",
        description = "Compares the directory with the user's keys; exits 1 when something is there that is not the "
                + "user's, or its keys are not in force.",
        mixinStandardHelpOptions = true)
final class WatchCommand extends NetworkCommand {
    @Mixin
    private Account account;

    @Option(names = "--audit", paramLabel = "URL", description = "An audit: the ledger is compared as well.")
    private URI audit;

    @Override
    protected boolean run(Network network, PrintWriter out) throws IOException, RejectedException {
        try (Keyring keyring = account.keys(network).read()) {
            MayflyClient client = account.connect(network, keyring, new RememberedPins());
            OwnKeys found = audit == null
                    ? client.account().watch()
                    : client.account().watch(new AuditClient(new HttpJson(Timeouts.USUAL), audit));
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
            found.untold().forEach(place -> out.println("on the ledger and not told: " + Telling.of(place)));
            found.unrecorded().forEach(place -> out.println("told and not on the ledger: " + Telling.of(place)));
            return found.areOwn();
        }
    }
}
