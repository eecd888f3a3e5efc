package dev.mayfly.cli.user;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.contact.Pins;
import dev.mayfly.client.file.KeyringFile;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.domain.network.Network;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** A user with its keys and a way to get tokens. */
public final class Account {
    @Option(
            names = "--keys",
            required = true,
            paramLabel = "FILE",
            description = "The user's keys, made by mayfly keys generate.")
    private Path keys;

    @ArgGroup(multiplicity = "1")
    private TokenOptions token;

    /** The file of the user's keys. */
    public KeyringFile keys(Network network) {
        return new KeyringFile(keys, network.name());
    }

    /** The user's client. Evidence against nodes would go to a folder beside the keys; none of these commands asks a node. */
    public MayflyClient connect(Network network, Keyring keyring, Pins pins) {
        return MayflyClient.connect(network, keyring, pins, token::token, keys.resolveSibling("evidence"));
    }
}
