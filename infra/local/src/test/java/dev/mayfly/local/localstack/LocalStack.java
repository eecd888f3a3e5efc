package dev.mayfly.local.localstack;

import dev.mayfly.local.Eventually;
import dev.mayfly.local.process.Port;
import dev.mayfly.local.process.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** A LocalStack, and clients of it. */
final class LocalStack implements AutoCloseable {
    static final String ACCOUNT = "000000000000";
    static final Region REGION = Region.EU_CENTRAL_1;

    /** How {@code infra/localstack/host} ends where there is no Python that could run it. */
    private static final int NO_PYTHON = 3;

    /** The first time it is installed from PyPI. */
    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI endpoint;
    private final Running running;

    private LocalStack(URI endpoint, Running running) {
        this.endpoint = endpoint;
        this.running = running;
    }

    /** One that somebody else started; closing it leaves it running. */
    static LocalStack at(URI endpoint) {
        return new LocalStack(endpoint, new Running());
    }

    /**
     * Starts one in host mode.
     *
     * @param root the project's root
     * @throws TestAbortedException when there is no Python for it
     */
    static LocalStack start(Path root) throws IOException {
        int port = Port.free();
        Path log =
                Files.createDirectories(root.resolve("infra/localstack/target")).resolve("log");
        Running running = new Running();
        Process host = new ProcessBuilder(root.resolve("infra/localstack/host").toString(), String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        running.start(() -> (AutoCloseable) () -> kill(host));
        LocalStack starting = new LocalStack(URI.create("http://127.0.0.1:" + port), running);
        try {
            Eventually.holds(LONGEST_START, () -> !host.isAlive() || starting.answers());
            if (!host.isAlive()) {
                throw ended(host.exitValue(), Files.readAllLines(log), log);
            }
            return starting;
        } catch (IOException | RuntimeException | AssertionError failed) {
            starting.close();
            throw failed;
        }
    }

    /** Where every service of it answers. */
    URI endpoint() {
        return endpoint;
    }

    /** A client of one of its services. */
    <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(endpoint)
                .region(REGION)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
    }

    /** Does at once what DynamoDB's time to live does within days. */
    void collectExpired() {
        int status = send(HttpRequest.newBuilder(endpoint.resolve("/_aws/dynamodb/expired"))
                .DELETE()
                .build());
        if (status != 200) {
            throw new IllegalStateException("expired items were not collected: status " + status);
        }
    }

    @Override
    public void close() {
        running.close();
    }

    private boolean answers() {
        return send(HttpRequest.newBuilder(endpoint.resolve("/_localstack/health"))
                        .timeout(Duration.ofSeconds(5))
                        .build())
                == 200;
    }

    /** The status of the answer; 0 when there is none. */
    private static int send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException nobody) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(interrupted));
        }
    }

    private static RuntimeException ended(int exit, List<String> said, Path log) {
        String last = said.isEmpty() ? "" : said.get(said.size() - 1);
        if (exit == NO_PYTHON) {
            System.out.println("[INFO] Templates are not deployed: " + last);
            return new TestAbortedException(last);
        }
        return new IllegalStateException("LocalStack ended with " + exit + ", see " + log + ": " + last);
    }

    /** Asked to stop, it waits for its database without an end; both hold nothing that is kept. */
    private static void kill(Process host) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(host.toHandle()), host.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }
}
