package dev.mayfly.templates.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mayfly.client.file.KeyringFile;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Lifetimes;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.dynamo.DynamoClients;
import dev.mayfly.dynamo.schema.TableCreation;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import dev.mayfly.templates.Template;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What stands around the functions in their account: tables, the network file, Parameter Store, and an issuer. */
final class Deployment implements AutoCloseable {
    static final Tables TABLES = new Tables("mayfly-");

    /** A busy machine is slower than Lambda: nothing here fails for being slow, but what is cut off on purpose. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String NAME = "example";
    private static final String ISSUER = "https://id.example";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SecureRandom random = new SecureRandom();
    private final SigningPrivateKey admin = SigningPrivateKey.generate(random);
    private final VrfPrivateKey vrf = VrfPrivateKey.generate(random);
    private final SigningPrivateKey node = SigningPrivateKey.generate(random);
    private final TokenKey issuerKey = TokenKey.generate();
    private final AtomicInteger keysRead = new AtomicInteger();
    private final DynamoDbLocal engine = DynamoDbLocal.start();
    private final DynamoDbClient dynamoDb =
            DynamoClients.local(engine.endpoint()).build();
    private final HttpServer services;
    private final Path folder;

    Deployment(Path folder) throws IOException {
        this.folder = folder;
        services = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        services.createContext("/jwks", exchange -> answer(exchange, 200, "application/json", issuerKey.keySet()));
        services.createContext("/", this::parameter);
        services.start();
        Files.write(folder.resolve("network.json"), network().toJson());
        TableCreation.createTables(dynamoDb, TABLES, TableSchema.ofCoordinator());
        TableCreation.createTables(dynamoDb, TABLES, TableSchema.ofNode());
    }

    /** Starts a function of a template as it would be deployed. */
    Emulator start(String template, String function) throws IOException {
        return start(template, function, engine.endpoint());
    }

    /** The same with another database. */
    Emulator start(String template, String function, URI database) throws IOException {
        PackagedFunction packaged = PackagedFunction.of(Template.of(template), function, parameters(), folder);
        return Emulator.start(packaged, (int) PATIENCE.toSeconds(), around(template, function, database));
    }

    /** A function that is given a second for each event. */
    Emulator startCutOffAfterASecond(String template, String function) throws IOException {
        PackagedFunction packaged = PackagedFunction.of(Template.of(template), function, parameters(), folder);
        return Emulator.start(packaged, 1, around(template, function, engine.endpoint()));
    }

    DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    /** How often a private key was read from Parameter Store. */
    int keysRead() {
        return keysRead.get();
    }

    /** A registry of nobody, signed by the admin. */
    String registry(long version) {
        return RegistryStatement.sign(new Registry(NAME, version, List.of()), admin, Clock.systemUTC(), random)
                .compact();
    }

    /** A token of the network's issuer. */
    String token(String user) {
        return issuerKey.token(ISSUER, NAME, user);
    }

    @Override
    public void close() {
        services.stop(0);
        dynamoDb.close();
        engine.close();
        admin.close();
        vrf.close();
        node.close();
    }

    private Network network() {
        return new Network(
                NAME,
                admin.publicKey(),
                URI.create("http://127.0.0.1:1"),
                vrf.publicKey(),
                List.of(ISSUER),
                List.of(new Threshold(2, 3)),
                0,
                60,
                new Lifetimes(Duration.ofSeconds(2), Duration.ofDays(7), Duration.ofDays(1)),
                Duration.ofHours(1));
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("NetworkName", NAME);
        parameters.put("Issuer", ISSUER);
        parameters.put("JwksUrl", at("/jwks"));
        parameters.put("Audience", NAME);
        parameters.put("VrfKeyParameter", "/mayfly/vrf-key");
        parameters.put("NodeId", "node-1");
        parameters.put("SigningKeyParameter", "/mayfly/signing-key");
        parameters.put("KeyringParameter", "/mayfly/keyring");
        parameters.put("PinParameter", "/mayfly/pins");
        parameters.put("CoordinatorTokenParameter", "/mayfly/coordinator-token");
        parameters.put("Apps", "alices-phone,alices-laptop");
        parameters.put("TablePrefix", TABLES.prefix());
        parameters.put("RetentionDays", "30");
        // There is no /opt here that a layer could be put under.
        for (String role : List.of("COORDINATOR", "SWEEP", "AUDIT", "NODE", "HANDLER")) {
            parameters.put(
                    "MAYFLY_" + role + "_NETWORK_FILE",
                    folder.resolve("network.json").toString());
        }
        return parameters;
    }

    private Map<String, String> around(String template, String function, URI database) {
        Map<String, String> around = new TreeMap<>();
        // By the path Parameter Store knows who calls.
        around.put("AWS_ENDPOINT_URL_SSM", at("/" + template + "/" + function));
        for (String role : List.of("COORDINATOR", "SWEEP", "AUDIT", "NODE")) {
            around.put("MAYFLY_" + role + "_DYNAMODB_ENDPOINT", database.toString());
        }
        return around;
    }

    private String at(String path) {
        return "http://127.0.0.1:" + services.getAddress().getPort() + path;
    }

    /** Parameter Store, for whoever has a role that lets it. */
    private void parameter(HttpExchange exchange) throws IOException {
        String asked = JSON.readTree(exchange.getRequestBody()).get("Name").asText();
        if (!mayCall(exchange, asked)) {
            answer(exchange, 400, "application/x-amz-json-1.1", "{\"__type\":\"AccessDeniedException\"}");
            return;
        }
        keysRead.incrementAndGet();
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("Parameter").put("Type", "SecureString").put("Value", secret(asked));
        answer(exchange, 200, "application/x-amz-json-1.1", answer.toString());
    }

    private boolean mayCall(HttpExchange exchange, String parameter) {
        String[] caller = exchange.getRequestURI().getPath().split("/");
        Template template = Template.of(caller[1]);
        String role = template.properties(caller[2]).get("Role").asText().replace(".Arn", "");
        String action = exchange.getRequestHeaders().getFirst("X-Amz-Target").replace("AmazonSSM.", "ssm:");
        return parameters().entrySet().stream()
                .filter(named -> named.getValue().equals(parameter))
                .map(named -> "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter${%s}"
                        .formatted(named.getKey()))
                .anyMatch(resource -> template.role(role).allows(action, resource));
    }

    private String secret(String name) throws IOException {
        return switch (name) {
            case "/mayfly/vrf-key" -> line(vrf.scalar());
            case "/mayfly/signing-key" -> line(node.scalar());
            case "/mayfly/keyring" -> Base64.getMimeEncoder().encodeToString(keyring());
            case "/mayfly/pins" -> "{\"format\":\"mayfly/v1/pins\",\"network\":\"" + NAME + "\",\"pins\":[]}";
            case "/mayfly/coordinator-token" -> token("alice");
            default -> throw new IOException("nobody put " + name + " there");
        };
    }

    private static String line(SecretBytes scalar) {
        try (scalar) {
            return scalar.use(Base64.getUrlEncoder().withoutPadding()::encodeToString);
        }
    }

    /** New keys of alice's, as {@code mayfly keys} leaves them. */
    private byte[] keyring() throws IOException {
        Path file = folder.resolve("keyring");
        try (Keyring alice = Keyring.of(UserKeys.generate(new UserId(ISSUER, "alice"), random))) {
            new KeyringFile(file, NAME).create(alice);
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
