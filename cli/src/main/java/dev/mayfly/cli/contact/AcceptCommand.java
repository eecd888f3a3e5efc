package dev.mayfly.cli.contact;

import dev.mayfly.cli.user.Account;
import dev.mayfly.cli.user.NetworkCommand;
import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.file.PinFile;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.identity.Fingerprint;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Network;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mayfly contact accept}: looks a contact up, and pins its newest keys when their fingerprint is the one given. */
@Command(
        name = "accept",
        description =
                "Looks a contact up. With the fingerprint that the contact told another way, pins its newest keys "
                        + "whatever was pinned; without, pins them at first use, follows a rotation, and exits 1 at a reset.",
        mixinStandardHelpOptions = true)
final class AcceptCommand extends NetworkCommand {
    @Mixin
    private Account account;

    @Mixin
    private PinOptions pinned;

    @Option(names = "--issuer", required = true, description = "iss of the contact's tokens.")
    private String issuer;

    @Option(names = "--subject", required = true, description = "sub of the contact's tokens.")
    private String subject;

    @Option(names = "--fingerprint", paramLabel = "GROUPS", description = "Eight groups of five digits, in quotes.")
    private String fingerprint;

    @Override
    protected boolean run(Network network, PrintWriter out) throws IOException, RejectedException {
        UserId user = UserId.of(issuer, subject);
        PinFile pins = pinned.pins(network);
        try (Keyring keyring = account.keys(network).read()) {
            MayflyClient client = account.connect(network, keyring, pins);
            Contact contact =
                    fingerprint == null ? client.lookUp(user) : client.accept(user, Fingerprint.parse(fingerprint));
            out.println(
                    Telling.of(contact.standing()) + Telling.of(pins.find(user).orElseThrow()));
            contact.waiting()
                    .ifPresent(reset -> out.println("warning: somebody asked for a reset of these keys, in force from "
                            + Instant.ofEpochSecond(reset.entry().effectiveAt())));
            return true;
        }
    }
}
