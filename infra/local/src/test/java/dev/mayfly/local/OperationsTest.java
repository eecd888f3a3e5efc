package dev.mayfly.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.domain.wire.RequestId;
import dev.mayfly.domain.wire.WireJson;
import dev.mayfly.local.network.LocalHandler;
import dev.mayfly.local.network.LocalNetwork;
import dev.mayfly.local.network.LocalNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators see of a network in which Alice's handler sends something to Bob's: logs and metrics of every role. */
@ExtendWith(RunningNetwork.class)
class OperationsTest {
    private static final String EXPIRED = "mayfly_containers_ended_total{end=\"expired\"}";

    /** Seconds; enough to send something on a busy machine. */
    private static final long SHORT = 8;

    private static final ObjectMapper JSON = WireJson.mapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final SecureRandom random = new SecureRandom();
    private final RequestId id = RequestId.random(random);

    private LocalNetwork network;
    private LocalHandler alice;
    private LocalHandler bob;

    @BeforeEach
    void start(LocalNetwork running) throws Exception {
        network = running;
        List<LocalHandler> handlers =
                network.startHandlers(List.of("alice-" + Bytes.random(random, 6), "bob-" + Bytes.random(random, 6)));
        alice = handlers.get(0);
        bob = handlers.get(1);
        new HandlerCalls(alice).register();
        new HandlerCalls(bob).register();
    }

    @Test
    void requestId_isInTheLogsOfAllRolesThatARequestWentThrough() throws Exception {
        HttpResponse<String> answer = send(3600);

        assertThat(answer.headers().allValues(RequestId.HEADER)).containsExactly(id.text());
        assertThat(messages(log(alice), id)).anyMatch(line -> line.startsWith("v1/send was answered 200"));
        assertThat(messages(log("coordinator.log"), id))
                .anyMatch(line -> line.startsWith("v1/open was answered 200"))
                .anyMatch(line -> line.startsWith("A container became active"))
                .anyMatch(line -> line.startsWith("v1/send was answered 200"));
        assertThat(nodesThatLogged(line -> line.startsWith("v1/deposit was answered 200"), id))
                .isGreaterThanOrEqualTo(4);
        assertThat(messages(log(bob), id)).isEmpty();
    }

    @Test
    void requestId_goesFromANodeToTheCoordinator() throws Exception {
        send(3600);

        Set<String> asked = ids(log("coordinator.log"), line -> line.startsWith("v1/registry was answered"));
        Set<String> asking = network.nodes().stream()
                .flatMap(node -> ids(log(node), line -> line.startsWith("v1/contribute was answered")).stream())
                .collect(Collectors.toSet());
        assertThat(asked).containsAnyElementsOf(asking);
    }

    @Test
    void requestId_goesFromARunOfTheSweepToNodes() throws Exception {
        send(SHORT);

        Eventually.holds(() -> ids(log("expiry-sweep.log"), line -> line.startsWith("due ")).stream()
                .map(RequestId::new)
                .anyMatch(run -> nodesThatLogged(line -> line.startsWith("v1/erasure was answered"), run) > 0));
    }

    @Test
    void logs_areJsonAndNameNobody() throws Exception {
        assumeThat(System.getenv("QUARKUS_LOG_LEVEL")).isNull();
        Bytes container =
                JSON.readValue(send(3600).body(), HandlerApi.Sent.class).containerId();
        new HandlerCalls(bob).ask("receive", container, HandlerApi.Received.class);

        for (Path log : List.of(log("coordinator.log"), log(network.nodes().get(0)), log(alice), log(bob))) {
            assertThat(lines(log)).isNotEmpty().allSatisfy(line -> {
                assertThat(line.path("time").asText()).endsWith("Z");
                assertThat(line.path("level").asText()).isNotEmpty();
                assertThat(line.path("logger").asText()).isNotEmpty();
                assertThat(line.has("message")).isTrue();
            });
            assertThat(Files.readString(log))
                    .doesNotContain(alice.owner().subject())
                    .doesNotContain(bob.owner().subject())
                    .doesNotContain(container.toBase64Url());
        }
        assertThat(Files.readString(log(alice)))
                .as("the search finds what is there")
                .contains(id.text());
        assertThat(lines(log("expiry-sweep.log"))).isNotEmpty();
        Eventually.holds(() -> Files.exists(audit()) && !lines(audit()).isEmpty());
    }

    @Test
    void metrics_moveInEveryRole() throws Exception {
        live();

        String coordinator = scrape(network.network().coordinator());
        assertThat(value(coordinator, "mayfly_containers_opened_total")).isGreaterThanOrEqualTo(2);
        assertThat(value(coordinator, "mayfly_containers_activated_total")).isGreaterThanOrEqualTo(2);
        assertThat(value(scrape(alice.url()), "mayfly_activation_margin_count")).isEqualTo(2);
        assertThat(value(scrape(bob.url()), "mayfly_release_margin_count")).isEqualTo(1);
        assertThat(network.nodes())
                .anyMatch(node -> value(scrape(node.url()), "mayfly_shares_released_total") > 0)
                .anyMatch(node -> value(scrape(node.url()), "mayfly_share_erasure_lag_seconds_count") > 0);
    }

    @Test
    void metrics_nameNobody() throws Exception {
        List<Bytes> containers = live();

        assertThat(everything()).allSatisfy(told -> {
            assertThat(told)
                    .contains("mayfly_")
                    .doesNotContain(alice.owner().subject())
                    .doesNotContain(bob.owner().subject())
                    .doesNotContain("node-");
            containers.forEach(container -> assertThat(told).doesNotContain(container.toBase64Url()));
        });
    }

    @Test
    void metrics_areThoseOfThePage() throws Exception {
        assertThat(everything().stream().flatMap(OperationsTest::names).collect(Collectors.toSet()))
                .isEqualTo(documented());
    }

    /** A message that is read, and another that is left until its time is over. */
    private List<Bytes> live() throws Exception {
        Bytes read = JSON.readValue(send(3600).body(), HandlerApi.Sent.class).containerId();
        new HandlerCalls(bob).ask("receive", read, HandlerApi.Received.class);
        double expired = value(sweep(), EXPIRED);
        Bytes left = JSON.readValue(send(SHORT).body(), HandlerApi.Sent.class).containerId();
        Eventually.holds(
                () -> value(sweep(), EXPIRED) > expired && value(sweep(), "mayfly_erasures_recorded_total") > 0);
        return List.of(read, left);
    }

    /** What all roles tell. */
    private List<String> everything() {
        return Stream.concat(
                        network.nodes().stream().map(node -> scrape(node.url())),
                        Stream.of(
                                scrape(network.network().coordinator()),
                                scrape(alice.url()),
                                scrape(bob.url()),
                                scrape(network.audit()),
                                sweep()))
                .toList();
    }

    private static Set<String> documented() throws Exception {
        String page = Files.readString(RunningNetwork.root().resolve("docs/metrics.md"));
        return Pattern.compile("(?m)^\\| `(mayfly_[a-z_]+)` \\| [a-z]")
                .matcher(page)
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(String told) {
        return told.lines()
                .filter(line -> line.startsWith("mayfly_"))
                .map(line -> line.replaceAll("(_count|_sum|_max)?[{ ].*", ""));
    }

    /** Alice's app sends something to Bob in a request that it names. */
    private HttpResponse<String> send(long lifetime) throws Exception {
        HandlerApi.User to = new HandlerCalls(bob).owner();
        var request = new HandlerApi.Send(to, SecretBytes.copyOf("for days".getBytes()), lifetime, 3, 5);
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(alice.url().resolve("/v1/send"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + alice.appToken())
                        .header(RequestId.HEADER, id.text())
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private long nodesThatLogged(Predicate<String> message, RequestId request) {
        return network.nodes().stream()
                .filter(node -> messages(log(node), request).stream().anyMatch(message))
                .count();
    }

    private static List<String> messages(Path log, RequestId request) {
        return lines(log).stream()
                .filter(line -> line.path("requestId").asText().equals(request.text()))
                .map(line -> line.path("message").asText())
                .toList();
    }

    private static Set<String> ids(Path log, Predicate<String> message) {
        return lines(log).stream()
                .filter(line -> message.test(line.path("message").asText()))
                .map(line -> line.path("requestId").asText())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> lines(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(OperationsTest::parsed).toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException none) {
            throw new AssertionError("no JSON: " + line, none);
        }
    }

    private static double value(String told, String name) {
        return told.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private static String scrape(URI role) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(role.resolve("/q/metrics")).build();
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private String sweep() {
        try {
            return Files.readString(log("expiry-sweep.prom"));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Path audit() {
        return log("audit.log");
    }

    private Path log(String name) {
        return network.networkFile().resolveSibling(name);
    }

    private Path log(LocalNode node) {
        return log(node.id()).resolve("log");
    }

    private static Path log(LocalHandler handler) {
        return handler.keyringFile().resolveSibling("log");
    }
}
