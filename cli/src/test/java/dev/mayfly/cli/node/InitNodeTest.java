package dev.mayfly.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.cli.Command;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.KeyFile;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.registry.NodeRecord;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitNodeTest {
    /** RFC 8410 section 4: what stands before an Ed25519 public key in its X.509 form. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    @TempDir
    private Path folder;

    @Test
    void init_makesARecordAndTheKeysThatFitIt() throws Exception {
        assertThat(init("--url=https://node.example").exit()).isZero();

        NodeRecord node = NodeFile.parse(Files.readAllBytes(folder.resolve("node.json")));
        assertThat(node.id()).isEqualTo("node-1");
        assertThat(node.operator()).isEqualTo("operator-1");
        assertThat(node.url()).isEqualTo(URI.create("https://node.example"));
        try (SecretBytes scalar = KeyFile.read(folder.resolve("signing.key"));
                SigningPrivateKey key = SigningPrivateKey.parse(scalar)) {
            assertThat(key.publicKey()).isEqualTo(node.signingKey());
        }
        assertThat(witnessKeysFit(node)).isTrue();
        for (String key : List.of("signing.key", "witness.key")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(key))))
                    .isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--url=node.example", "--url=https://", "--id=", "--operator="})
    void init_refusesARecordThatCannotBe(String option) throws Exception {
        assertThat(init(option).exit()).isEqualTo(2);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"id\":\"a\",\"operator\":\"b\",\"url\":\"https://c.example\",\"signingKey\":\"AA\",\"witnessKey\":\"AA\"}"
            })
    void parse_refusesWhatIsNoNodeFile(String content) {
        assertThatThrownBy(() -> NodeFile.parse(content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RejectedException.class);
    }

    private Command.Run init(String option) {
        String[] arguments = Stream.concat(
                        Stream.of("--id=node-1", "--operator=operator-1", "--url=https://node.example")
                                .filter(each -> !option.startsWith(each.substring(0, each.indexOf('=') + 1))),
                        Stream.of(option, folder.toString()))
                .toArray(String[]::new);
        return Command.run(new InitNode(), arguments);
    }

    private boolean witnessKeysFit(NodeRecord node) throws Exception {
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        Signature signature = Signature.getInstance("Ed25519");
        byte[] seed;
        try (SecretBytes read = KeyFile.read(folder.resolve("witness.key"))) {
            seed = read.toByteArray();
        }
        signature.initSign(keys.generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
        signature.update(seed);
        byte[] signed = signature.sign();
        byte[] encoded = new byte[X509.length + 32];
        System.arraycopy(X509, 0, encoded, 0, X509.length);
        System.arraycopy(node.witnessKey().toByteArray(), 0, encoded, X509.length, 32);
        signature.initVerify(keys.generatePublic(new X509EncodedKeySpec(encoded)));
        signature.update(seed);
        return signature.verify(signed);
    }
}
