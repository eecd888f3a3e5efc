package dev.mayfly.edge.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** What is asked of Parameter Store, spoken to over its own protocol, and what is taken from it. */
class KeyParameterTest {
    /** The scalar 1, big-endian. */
    private static final String ONE = "A".repeat(42) + "E";

    private final List<String> asked = new ArrayList<>();
    private HttpServer store;
    private int status = 200;
    private String answer;

    @BeforeEach
    void startStore() throws IOException {
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.createContext("/", this::serve);
        store.start();
    }

    @AfterEach
    void stopStore() {
        store.stop(0);
    }

    @Test
    void read_asksOnceForTheDecryptedKey() throws Exception {
        answer = parameter("SecureString", ONE);

        try (SecretBytes scalar = source().read()) {
            assertThat(scalar.toByteArray()).hasSize(32).endsWith(1);
        }
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0))
                .startsWith("AmazonSSM.GetParameter ")
                .contains("\"Name\":\"/mayfly/key\"", "\"WithDecryption\":true");
    }

    @Test
    void read_refusesAKeyThatEverybodyInTheAccountCouldRead() {
        answer = parameter("String", ONE);

        assertThatThrownBy(() -> source().read())
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("SecureString");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAEC", "not base64url, but as long as a key would be"})
    void read_refusesWhatIsNoKeyWithoutRepeatingIt(String content) {
        answer = parameter("SecureString", content);

        assertThatThrownBy(() -> source().read())
                .isInstanceOf(RejectedException.class)
                .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain("AAEC", "but as long"));
    }

    @Test
    void read_failsWhenTheRoleMayNotReadIt() {
        status = 400;
        answer = "{\"__type\":\"AccessDeniedException\",\"Message\":\"not authorized\"}";

        assertThatThrownBy(() -> source().read())
                .isInstanceOf(IOException.class)
                .hasMessage("the parameter /mayfly/key cannot be read");
        assertThat(asked).hasSize(1);
    }

    @Test
    void read_givesTheTextOfOtherSecretsAsItIs() throws Exception {
        answer = parameter("SecureString", "a token\\n");

        assertThat(secret().read()).asString().isEqualTo("a token\n");
    }

    private KeySource source() {
        return new KeyParameter(secret());
    }

    private SecretParameter secret() {
        URI endpoint = URI.create("http://127.0.0.1:" + store.getAddress().getPort());
        return new SecretParameter(
                "/mayfly/key",
                SecretParameter.client()
                        .endpointOverride(endpoint)
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))));
    }

    private static String parameter(String type, String value) {
        return "{\"Parameter\":{\"Name\":\"/mayfly/key\",\"Type\":\"%s\",\"Value\":\"%s\"}}".formatted(type, value);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestHeaders().getFirst("X-Amz-Target") + " " + body);
        byte[] reply = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, reply.length);
        exchange.getResponseBody().write(reply);
        exchange.close();
    }
}
