package dev.mayfly.local.surface;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.contact.RememberedPins;
import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.local.RunningNetwork;
import dev.mayfly.local.network.LocalHandler;
import dev.mayfly.local.network.LocalNetwork;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A network of its own on which something has happened and nothing happens by itself: two users, and containers that live for
 * days with a message in them, or were delivered or revoked and erased. So whatever changes in a table, a request changed it.
 */
final class Surface implements AutoCloseable {
    private static final int NODES = 5;
    private static final Threshold THREE_OF_FIVE = new Threshold(3, 5);
    private static final Duration DAYS = Duration.ofDays(5);
    private static final Path NO_EVIDENCE = Path.of("target", "evidence");

    final LocalNetwork network;
    private final List<Caller> callers = new ArrayList<>();
    private final Caller alice;
    private final Caller bob;
    private final LocalHandler handler;

    private Surface(LocalNetwork network) throws Exception {
        this.network = network;
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
        receive(send(), bob.client()::revoke);
        receive(send(), bob.client()::status);
        Bytes delivered = send();
        try (FetchedMessage fetched = fetch(delivered);
                ReceivedMessage received = bob.client().unseal(fetched)) {
            bob.client().confirm(received);
        }
        receive(send(), container -> {});
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
            step.take(fetched.container());
        }
    }

    private FetchedMessage fetch(Bytes containerId) throws Exception {
        CoordinatorApi.InboxItem item = bob.client().inbox().stream()
                .filter(waiting -> waiting.containerId().equals(containerId))
                .findFirst()
                .orElseThrow();
        return bob.client().fetch(item);
    }

    /** Somebody who has called a function of the coordinator. */
    Caller callerOf(String function) {
        List<Caller> latestFirst = new ArrayList<>(callers.subList(1, callers.size()));
        latestFirst.add(callers.get(0));
        return latestFirst.stream()
                .filter(caller -> caller.recorder().recorded().containsKey(function))
                .findFirst()
                .orElseThrow();
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

    /** Everything that stands in any table, by table and key. */
    Map<String, Map<String, AttributeValue>> tables() {
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
        for (Caller caller : callers) {
            caller.recorder().close();
            caller.keys().close();
        }
        network.close();
    }

    /** Gives every test of a run the same one. */
    static final class Resolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Surface.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Surface.class))
                    .computeIfAbsent(Surface.class, type -> start(), Surface.class);
        }

        private static Surface start() {
            LocalNetwork network = LocalNetwork.start(RunningNetwork.root(), NODES);
            try {
                return new Surface(network);
            } catch (Exception failed) {
                network.close();
                throw new IllegalStateException("nothing to try requests on", failed);
            }
        }
    }
}
