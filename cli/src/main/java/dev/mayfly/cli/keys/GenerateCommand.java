package dev.mayfly.cli.keys;

import dev.mayfly.cli.user.NetworkCommand;
import dev.mayfly.client.file.KeyringFile;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.identity.Fingerprint;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Network;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mayfly keys generate}: two fresh keys in a new file. */
@Command(
        name = "generate",
        description = "Makes a user's keys, in a new file that only its owner can read.",
        mixinStandardHelpOptions = true)
final class GenerateCommand extends NetworkCommand {
    @Option(names = "--keys", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path keys;

    @Option(names = "--issuer", required = true, description = "iss of the user's tokens.")
    private String issuer;

    @Option(names = "--subject", required = true, description = "sub of the user's tokens.")
    private String subject;

    @Override
    protected boolean run(Network network, PrintWriter out) throws IOException, RejectedException {
        UserId user = UserId.of(issuer, subject);
        if (!network.issuers().contains(issuer)) {
            throw new RejectedException("issuer", "the network takes no tokens of this issuer");
        }
        try (UserKeys fresh = UserKeys.generate(user, new SecureRandom())) {
            new KeyringFile(keys, network.name()).create(Keyring.of(fresh));
            out.println("fingerprint: " + Fingerprint.of(user, fresh.publicKeys()));
            return true;
        }
    }
}
