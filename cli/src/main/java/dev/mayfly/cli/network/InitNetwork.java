package dev.mayfly.cli.network;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.KeyFile;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.network.HttpUrl;
import dev.mayfly.domain.network.Lifetimes;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.network.Threshold;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mayfly network init FOLDER}: the admin's key, the coordinator's VRF key and the network file. */
@Command(
        name = "init",
        description = {
            "Makes a new network: FOLDER/admin.key signs its registry, FOLDER/vrf.key is the coordinator's,",
            "FOLDER/network.json is for everybody. Nothing that exists is overwritten."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class InitNetwork implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "Where the files go; made if it is missing.")
    private Path folder;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Stands in every statement.")
    private String name;

    @Option(
            names = "--coordinator",
            required = true,
            paramLabel = "URL",
            description = "Where the coordinator's functions are or will be.")
    private String coordinator;

    @Option(
            names = "--issuer",
            required = true,
            paramLabel = "URL",
            description = "OpenID issuer whose tokens name users; may be repeated.")
    private List<String> issuers;

    @Option(
            names = "--threshold",
            paramLabel = "K/N",
            defaultValue = "3/5",
            converter = ThresholdConverter.class,
            description = "What containers may have; may be repeated. Default: ${DEFAULT-VALUE}.")
    private List<Threshold> thresholds;

    @Option(
            names = "--standbys",
            paramLabel = "S",
            defaultValue = "2",
            description = "Nodes drawn behind each committee. Default: ${DEFAULT-VALUE}.")
    private int standbys;

    @Option(
            names = "--fresh-nonces",
            paramLabel = "R",
            defaultValue = "60",
            description = "Containers a user may open with one peer within an hour. Default: ${DEFAULT-VALUE}.")
    private int freshNonces;

    @Option(
            names = "--shortest",
            paramLabel = "DURATION",
            defaultValue = "PT5M",
            description = "Shortest life of a container. Default: ${DEFAULT-VALUE}.")
    private Duration shortest;

    @Option(
            names = "--longest",
            paramLabel = "DURATION",
            defaultValue = "P7D",
            description = "Longest life of a container. Default: ${DEFAULT-VALUE}.")
    private Duration longest;

    @Option(
            names = "--usual",
            paramLabel = "DURATION",
            defaultValue = "P1D",
            description = "Life of a container where nobody says. Default: ${DEFAULT-VALUE}.")
    private Duration usual;

    @Option(
            names = "--epoch",
            paramLabel = "DURATION",
            defaultValue = "PT1H",
            description = "How long a node's epoch key seals shares. Default: ${DEFAULT-VALUE}.")
    private Duration epoch;

    @Override
    public Integer call() {
        SecureRandom random = new SecureRandom();
        try (SigningPrivateKey admin = SigningPrivateKey.generate(random);
                VrfPrivateKey vrf = VrfPrivateKey.generate(random)) {
            Network network = describe(admin, vrf);
            Files.createDirectories(folder);
            write("admin.key", admin.scalar());
            write("vrf.key", vrf.scalar());
            Files.write(folder.resolve("network.json"), network.toJson(), StandardOpenOption.CREATE_NEW);
        } catch (IOException failed) {
            throw new ParameterException(spec.commandLine(), "cannot be written, or exists: " + failed.getMessage());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: give network.json to everybody, vrf.key to the coordinator alone, and keep admin.key%n", folder);
        out.flush();
        return 0;
    }

    private Network describe(SigningPrivateKey admin, VrfPrivateKey vrf) {
        try {
            return new Network(
                    name,
                    admin.publicKey(),
                    HttpUrl.parse(coordinator, "coordinator"),
                    vrf.publicKey(),
                    issuers,
                    thresholds,
                    standbys,
                    freshNonces,
                    new Lifetimes(shortest, longest, usual),
                    epoch);
        } catch (RejectedException | IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private void write(String file, SecretBytes scalar) throws IOException {
        try (scalar) {
            KeyFile.writeNew(folder.resolve(file), scalar);
        }
    }
}
