package dev.mayfly.cli.contact;

import dev.mayfly.cli.user.NetworkCommand;
import dev.mayfly.client.contact.Pin;
import dev.mayfly.client.file.ContactFile;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.network.Network;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mayfly contact import FILE}: pins a contact from its file, before the directory is asked for it. */
@Command(
        name = "import",
        description =
                "Pins a contact from its file; exits 1 when other keys are pinned for it. Compare the fingerprint by "
                        + "voice.",
        mixinStandardHelpOptions = true)
final class ImportCommand extends NetworkCommand {
    @Mixin
    private PinOptions pins;

    @Parameters(paramLabel = "FILE", description = "What the contact exported.")
    private Path file;

    @Override
    protected boolean run(Network network, PrintWriter out) throws IOException, RejectedException {
        Pin contact = ContactFile.parse(
                Files.readAllBytes(file), network.name(), Instant.now().getEpochSecond());
        Pin kept = pins.pins(network).pinIfAbsent(contact);
        boolean same = kept.registration().equals(contact.registration());
        out.println((same ? "pinned: " : "pinned before: ") + Telling.of(kept));
        if (!same) {
            out.println("in the file: " + Telling.of(contact));
        }
        return same;
    }
}
