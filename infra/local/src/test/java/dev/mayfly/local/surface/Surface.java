package dev.mayfly.local.surface;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.contact.RememberedPins;
import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.domain.wire.WireJson;
import dev.mayfly.dynamo.schema.KeyAttribute;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.local.Eventually;
import dev.mayfly.local.network.LocalHandler;
import dev.mayfly.local.network.LocalNetwork;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A network of its own on which something has happened and nothing happens by itself: two users, and containers that live for
 * days with a message in them, or were delivered or revoked and erased. So whatever changes in a table, a request changed it.
 */
public final class Surface implements AutoCloseable {
    private static final Threshold THREE_OF_FIVE = new Threshold(3, 5);
    private static final Duration DAYS = Duration.ofDays(5);
    private static final Path NO_EVIDENCE = Path.of("target", "evidence");

    final LocalNetwork network;
    private final Map<String, AtomicLong> calls = new ConcurrentHashMap<>();
    private final Map<String, Recorder.Recorded> nodeCalls;
    private final Map<String, Recorder.Recorded> handlerCalls = new TreeMap<>();
    private final List<SigningPrivateKey> accessKeys = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private final Caller alice;
    private final Caller bob;
    private final LocalHandler handler;

    Surface(LocalNetwork network) throws Exception {
        this.network = network;
        NodeRecorder nodeRecorder = new NodeRecorder();
        network.proxy(network.nodes().get(0)).behave(nodeRecorder);
        network.publishRegistry(1);
        this.handler = network.startHandlers(List.of("carol")).get(0);
        Caller aliceBefore = caller("alice");
        this.bob = caller("bob");
        this.alice = caller("alice");
        Caller bobWhoLostHisKeys = caller("bob");
        aliceBefore.client().register();
        aliceBefore.client().account().rotate(alice.keys());
        bob.client().register();
        bobWhoLostHisKeys.client().account().reset();
        bob.client()
                .account()
                .cancel(bob.client().account().watch().unknownReset().orElseThrow());
        live();
        this.nodeCalls = nodeRecorder.recorded();
        settle();
    }

    /** Somebody with keys, a client, and what it has called. */
    record Caller(UserKeys keys, Recorder recorder, MayflyClient client) {}

    private Caller caller(String name) throws Exception {
        UserKeys keys = UserKeys.generate(network.issuer().user(name), new SecureRandom());
        Recorder recorder = Recorder.before(network.network());
        MayflyClient client = MayflyClient.connect(
                recorder.network(), Keyring.of(keys), new RememberedPins(), () -> token(keys), NO_EVIDENCE);
        callers.add(new Caller(keys, recorder, client));
        return callers.get(callers.size() - 1);
    }

    private void live() throws Exception {
        haveHandlerCalled();
        receive(send(), bob.client()::revoke);
        receive(send(), bob.client()::status);
        Bytes delivered = send();
        try (FetchedMessage fetched = fetch(delivered);
                ReceivedMessage received = bob.client().unseal(fetched)) {
            keep(fetched.container().invitation().accessKey());
            bob.client().confirm(received);
        }
        receive(send(), container -> {});
    }

    /** Carol's handler, with containers of hers of either kind. */
    private void haveHandlerCalled() throws Exception {
        ask("register", new HandlerApi.Register(named(handler.owner())));
        Contact carol = alice.client().lookUp(handler.owner());
        try (SecretBytes content = SecretBytes.copyOf("for carol".getBytes(StandardCharsets.UTF_8))) {
            Bytes sent = alice.client().send(carol, DAYS, THREE_OF_FIVE, content);
            ask("status", new HandlerApi.Ask(sent));
            ask("receive", new HandlerApi.Ask(sent));
        }
        Bytes asked = alice.client().request(carol, DAYS, THREE_OF_FIVE);
        HandlerApi.User toAlice = named(alice.keys().user());
        ask("fill", new HandlerApi.Fill(asked, SecretBytes.copyOf(new byte[] {1})));
        ask("request", new HandlerApi.Request(toAlice, DAYS.toSeconds(), 3, 5));
        ask("send", new HandlerApi.Send(toAlice, SecretBytes.copyOf(new byte[] {2}), DAYS.toSeconds(), 3, 5));
    }

    private static HandlerApi.User named(UserId user) {
        return new HandlerApi.User(user.issuer(), user.subject());
    }

    private void ask(String function, Object request) throws Exception {
        String body = WireJson.mapper().writeValueAsString(request);
        OpenApi.Function called = new OpenApi.Function("message-handler", function, "post", true, "", "", Set.of());
        HttpResponse<String> answer = new Calls(this, "preparation").post(called, body);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(function + ": " + answer.body());
        }
        handlerCalls.put(function, new Recorder.Recorded("", body, answer.body()));
    }

    private interface Step {
        void take(ActiveContainer container) throws Exception;
    }

    private Bytes send() throws Exception {
        try (SecretBytes content = SecretBytes.copyOf("for days".getBytes(StandardCharsets.UTF_8))) {
            return alice.client().send(alice.client().lookUp(bob.keys().user()), DAYS, THREE_OF_FIVE, content);
        }
    }

    private void receive(Bytes containerId, Step step) throws Exception {
        try (FetchedMessage fetched = fetch(containerId)) {
            keep(fetched.container().invitation().accessKey());
            step.take(fetched.container());
        }
    }

    private void keep(SigningPrivateKey accessKey) throws Exception {
        try (SecretBytes scalar = accessKey.scalar()) {
            accessKeys.add(SigningPrivateKey.parse(scalar));
        }
    }

    private FetchedMessage fetch(Bytes containerId) throws Exception {
        CoordinatorApi.InboxItem item = bob.client().inbox().stream()
                .filter(waiting -> waiting.containerId().equals(containerId))
                .findFirst()
                .orElseThrow();
        return bob.client().fetch(item);
    }

    /** A request of a function that was answered with 200; of the coordinator's or a node's. */
    public Recorder.Recorded recorded(String role, String function) {
        if (role.equals("entropy-node")) {
            return nodeCalls.get(function);
        }
        if (function.equals("publish-registry")) {
            return new Recorder.Recorded("", published(), published());
        }
        List<Caller> latestFirst = new ArrayList<>(callers.subList(1, callers.size()));
        latestFirst.add(callers.get(0));
        return latestFirst.stream()
                .map(caller -> caller.recorder().recorded().get(function))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** All such requests, by function as {@link OpenApi.Function} prints it. */
    public Map<String, Recorder.Recorded> allRecorded() {
        Map<String, Recorder.Recorded> all = new TreeMap<>();
        callers.forEach(caller -> caller.recorder()
                .recorded()
                .forEach((function, recorded) -> all.put("coordinator " + function, recorded)));
        nodeCalls.forEach((function, recorded) -> all.put("entropy-node " + function, recorded));
        handlerCalls.forEach((function, recorded) -> all.put("message-handler " + function, recorded));
        return all;
    }

    /** What the admin sent: the function that tells of it answers in the same form. */
    private String published() {
        OpenApi.Function registry = new OpenApi.Function("coordinator", "registry", "get", false, "", "", Set.of());
        return new Calls(this, "preparation").query(registry, "").body();
    }

    /** The private half of a key: one of a user's, or the access key of a container. */
    public SigningPrivateKey keyOf(SigningPublicKey key) {
        return Stream.concat(callers.stream().map(caller -> caller.keys().signing()), accessKeys.stream())
                .filter(pair -> pair.publicKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Counts a request under the name of who makes it; the sums are printed at the end. */
    void count(String matrix) {
        calls.computeIfAbsent(matrix, first -> new AtomicLong()).incrementAndGet();
    }

    /** Who calls a role with a token: Alice, or the app of the one whose handler it is. */
    UserId userOf(String role) {
        return role.equals("message-handler") ? handler.app() : alice.keys().user();
    }

    /** The audience of a role's tokens. */
    String audienceOf(String role) {
        return role.equals("message-handler")
                ? handler.audience()
                : network.network().name();
    }

    /** Where a role answers. */
    URI urlOf(String role) {
        return switch (role) {
            case "coordinator" -> network.network().coordinator();
            case "entropy-node" -> network.nodes().get(0).url();
            case "audit" -> network.audit();
            case "message-handler" -> handler.url();
            default -> throw new IllegalArgumentException("nobody plays " + role);
        };
    }

    /** A token that a role takes. */
    String tokenFor(String role) {
        return network.issuer().token(userOf(role), audienceOf(role));
    }

    private String token(UserKeys keys) {
        return network.issuer().token(keys.user(), network.network().name());
    }

    /** Waits until the sweep has done with all that ended: from then on nothing happens by itself again. */
    public void settle() {
        long soon = Instant.now().plus(Duration.ofHours(1)).getEpochSecond();
        Eventually.holds(() -> due().allMatch(time -> time > soon));
    }

    /** When the sweep wants to see containers, in seconds since the epoch. */
    private LongStream due() {
        String containers = network.coordinatorTables().name(TableSchema.CONTAINERS);
        return network
                .database()
                .scanPaginator(scan -> scan.tableName(containers).consistentRead(true))
                .items()
                .stream()
                .filter(item -> item.containsKey(KeyAttribute.DUE_AT))
                .mapToLong(item -> Long.parseLong(item.get(KeyAttribute.DUE_AT).n()));
    }

    /** Everything that stands in any table, by table and key. */
    public Map<String, Map<String, AttributeValue>> tables() {
        DynamoDbClient database = network.database();
        Map<String, Map<String, AttributeValue>> all = new TreeMap<>();
        database.listTablesPaginator()
                .tableNames()
                .forEach(table -> database.scanPaginator(
                                scan -> scan.tableName(table).consistentRead(true))
                        .items()
                        .forEach(item -> all.put(table + " " + item, item)));
        return all;
    }

    @Override
    public void close() {
        System.out.println("requests sent: " + new TreeMap<>(calls));
        accessKeys.forEach(SigningPrivateKey::close);
        for (Caller caller : callers) {
            caller.recorder().close();
            caller.keys().close();
        }
        network.close();
    }
}
