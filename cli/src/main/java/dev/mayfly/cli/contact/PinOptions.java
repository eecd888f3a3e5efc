package dev.mayfly.cli.contact;

import dev.mayfly.client.file.PinFile;
import dev.mayfly.domain.network.Network;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a user's contacts are. */
final class PinOptions {
    @Option(names = "--pins", required = true, paramLabel = "FILE", description = "The user's pinned contacts.")
    private Path file;

    PinFile pins(Network network) {
        return new PinFile(file, network.name());
    }
}
