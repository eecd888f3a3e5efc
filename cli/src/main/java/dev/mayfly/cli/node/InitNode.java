package dev.mayfly.cli.node;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.KeyFile;
import dev.mayfly.crypto.secret.SecretBytes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mayfly node init FOLDER}: a node's keys, and the record its operator hands to the network's admin. */
@Command(
        name = "init",
        description = {
            "Makes a new node: FOLDER/signing.key and FOLDER/witness.key stay with its operator,",
            "FOLDER/node.json goes to the network's admin. Nothing that exists is overwritten."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class InitNode implements Callable<Integer> {
    private static final int ED25519_BYTES = 32;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "Where the files go; made if it is missing.")
    private Path folder;

    @Option(names = "--id", required = true, paramLabel = "ID", description = "The node's name, unique in the network.")
    private String id;

    @Option(
            names = "--operator",
            required = true,
            paramLabel = "NAME",
            description = "Who runs it. A committee has at most one node of an operator.")
    private String operator;

    @Option(names = "--url", required = true, paramLabel = "URL", description = "Where its functions are or will be.")
    private String url;

    @Override
    public Integer call() {
        SecureRandom random = new SecureRandom();
        KeyPair witness = ed25519(random);
        try (SigningPrivateKey key = SigningPrivateKey.generate(random)) {
            NodeFile file = new NodeFile(id, operator, url, key.publicKey().bytes(), publicKey(witness));
            file.toRecord();
            Files.createDirectories(folder);
            write("signing.key", key.scalar());
            write("witness.key", privateKey(witness));
            Files.write(folder.resolve("node.json"), file.toJson(), StandardOpenOption.CREATE_NEW);
        } catch (RejectedException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        } catch (IOException failed) {
            throw new ParameterException(spec.commandLine(), "cannot be written, or exists: " + failed.getMessage());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s: give node.json to the network's admin, and keep the keys%n", folder);
        out.flush();
        return 0;
    }

    private void write(String file, SecretBytes key) throws IOException {
        try (key) {
            KeyFile.writeNew(folder.resolve(file), key);
        }
    }

    private static KeyPair ed25519(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has Ed25519", impossible);
        }
    }

    /** The last bytes of its X.509 form. */
    private static Bytes publicKey(KeyPair witness) {
        byte[] encoded = witness.getPublic().getEncoded();
        return Bytes.of(Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length));
    }

    private static SecretBytes privateKey(KeyPair witness) {
        return SecretBytes.adopt(
                ((EdECPrivateKey) witness.getPrivate()).getBytes().orElseThrow());
    }
}
