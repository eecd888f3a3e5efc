package dev.mayfly.local.surface;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.local.RunningNetwork;
import dev.mayfly.local.network.LocalNetwork;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A network of its own on which something has happened and nothing happens by itself: two users, a container that lives for
 * days with a message in it, and one that was delivered and erased. So whatever changes in a table, a request changed it.
 */
final class Surface implements AutoCloseable {
    private static final int NODES = 5;
    private static final Threshold THREE_OF_FIVE = new Threshold(3, 5);
    private static final Duration DAYS = Duration.ofDays(5);

    final LocalNetwork network;
    final UserKeys alice;
    final UserKeys bob;
    final MayflyClient asAlice;
    final MayflyClient asBob;
    final Bytes live;
    final Bytes delivered;

    private Surface(LocalNetwork network) throws Exception {
        this.network = network;
        network.publishRegistry(1);
        SecureRandom random = new SecureRandom();
        this.alice = UserKeys.generate(network.issuer().user("alice"), random);
        this.bob = UserKeys.generate(network.issuer().user("bob"), random);
        this.asAlice = network.connect(alice);
        this.asBob = network.connect(bob);
        asAlice.register();
        asBob.register();
        this.delivered = send();
        confirm(delivered);
        this.live = send();
    }

    private Bytes send() throws Exception {
        try (SecretBytes content = SecretBytes.copyOf("for days".getBytes(StandardCharsets.UTF_8))) {
            return asAlice.send(asAlice.lookUp(bob.user()), DAYS, THREE_OF_FIVE, content);
        }
    }

    private void confirm(Bytes container) throws Exception {
        CoordinatorApi.InboxItem item = asBob.inbox().stream()
                .filter(waiting -> waiting.containerId().equals(container))
                .findFirst()
                .orElseThrow();
        try (FetchedMessage fetched = asBob.fetch(item);
                ReceivedMessage received = asBob.unseal(fetched)) {
            asBob.confirm(received);
        }
    }

    /** Where a role answers. */
    URI urlOf(String role) {
        return switch (role) {
            case "coordinator" -> network.network().coordinator();
            case "entropy-node" -> network.nodes().get(0).url();
            case "audit" -> network.audit();
            default -> throw new IllegalArgumentException("nobody plays " + role);
        };
    }

    /** A good token of Alice's. */
    String token() {
        return network.issuer().token(alice.user(), network.network().name());
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
        alice.close();
        bob.close();
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
