package dev.mayfly.templates.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** One function under the Lambda Runtime Interface Emulator, reachable from this machine only. */
final class Emulator implements AutoCloseable {
    private static final int START_SECONDS = 30;
    private static final Path BUILD =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("target");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI invocations;

    private Emulator(Process process, int port) {
        this.process = process;
        this.invocations = URI.create("http://127.0.0.1:" + port + "/2015-03-31/functions/function/invocations");
    }

    /**
     * Starts the emulator; as on Lambda, the function itself starts with its first event.
     *
     * @param timeoutSeconds after which an invocation is cut off
     * @param more variables beside the template's
     */
    static Emulator start(PackagedFunction function, int timeoutSeconds, Map<String, String> more) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                program().toString(),
                "--runtime-interface-emulator-address=127.0.0.1:" + port,
                "--runtime-api-address=127.0.0.1:" + freePort(),
                "--log-level=error"));
        command.addAll(runtime(function));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.putAll(function.environment());
        environment.put("LAMBDA_TASK_ROOT", function.task().toString());
        environment.put("AWS_LAMBDA_FUNCTION_TIMEOUT", String.valueOf(timeoutSeconds));
        environment.put("AWS_REGION", "eu-central-1");
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        // Lambda's own, which a native program must leave alone.
        function.bootstrap().ifPresent(program -> environment.put("DISABLE_SIGNAL_HANDLERS", "true"));
        environment.putAll(more);
        Path log = Files.createDirectories(BUILD.resolve("emulator"))
                .resolve(function.task().getFileName() + ".log");
        return new Emulator(
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start(),
                port);
    }

    /** What came of one event: the function's result, or why there is none. */
    JsonNode invoke(String event) {
        HttpRequest request = HttpRequest.newBuilder(invocations)
                .timeout(Duration.ofSeconds(180))
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            try {
                String answer =
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body();
                return answer.startsWith("{") ? JSON.readTree(answer) : JSON.valueToTree(answer);
            } catch (ConnectException notYet) {
                if (System.nanoTime() > giveUp || !process.isAlive()) {
                    throw new UncheckedIOException(notYet);
                }
                new CompletableFuture<>()
                        .completeOnTimeout(null, 50, TimeUnit.MILLISECONDS)
                        .join();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** The body of an answer to API Gateway, which decodes what is not marked as text. */
    static String body(JsonNode answer) {
        String body = answer.path("body").asText();
        return answer.path("isBase64Encoded").asBoolean()
                ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
    }

    /** Kills the emulator and the function under it. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    private static List<String> runtime(PackagedFunction function) {
        return function.bootstrap()
                .map(bootstrap -> List.of(bootstrap.toString()))
                .orElseGet(() -> List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(function.task()),
                        "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                        function.handler()));
    }

    /** Lambda's runtime, and then what it takes from a function. */
    private static String classPath(Path task) {
        return String.join(File.pathSeparator, BUILD.resolve("runtime") + "/*", task.toString(), task + "/lib/*");
    }

    /** The emulator as the wheel of the SAM CLI carries it. */
    private static Path program() throws IOException {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
        Path python = BUILD.resolve("python/lib");
        Assumptions.assumeTrue(Files.isDirectory(python), "no emulator: run .ci/python, which needs Python");
        try (Stream<Path> versions = Files.list(python)) {
            return versions.map(version ->
                            version.resolve("site-packages/samcli/local/rapid/aws-lambda-rie-" + architecture))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no emulator for " + architecture));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
