package dev.mayfly.cli.contact;

import dev.mayfly.cli.user.NetworkCommand;
import dev.mayfly.domain.network.Network;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mayfly contact show}: every pinned contact, a line each. */
@Command(
        name = "show",
        description = "Lists the pinned contacts with their fingerprints. Asks nobody.",
        mixinStandardHelpOptions = true)
final class ShowCommand extends NetworkCommand {
    @Mixin
    private PinOptions pins;

    @Override
    protected boolean run(Network network, PrintWriter out) {
        pins.pins(network).all().forEach(pin -> out.println(Telling.of(pin)));
        return true;
    }
}
