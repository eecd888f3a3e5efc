package dev.mayfly.local.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.cli.audit.AuditCommand;
import dev.mayfly.client.container.Ending;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.audit.LedgerReport;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.local.Chain;
import dev.mayfly.local.Eventually;
import dev.mayfly.local.HandlerCalls;
import dev.mayfly.local.LocalInvariants;
import dev.mayfly.local.Person;
import dev.mayfly.local.RunningNetwork;
import dev.mayfly.local.localstack.RunningLocalStack.Deployment;
import dev.mayfly.local.network.LocalHandler;
import dev.mayfly.local.network.LocalNetwork;
import dev.mayfly.local.network.LocalNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The packaged functions on the tables that CloudFormation made, from a container's opening to the last trace of it. */
@ExtendWith(RunningLocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeLocalStackTest {
    private static final Threshold THREE_OF_FIVE = new Threshold(3, 5);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Long enough for everything until the message is there, on a busy machine. */
    private static final Duration SHORT = Duration.ofSeconds(20);

    private static final Duration LONGEST_SWEEP = Duration.ofMinutes(2);

    private Deployment deployment;
    private LocalNetwork network;

    /** Not in a constructor: this test's is called before anybody knows whether LocalStack can run. */
    @BeforeAll
    void start(Deployment running) {
        deployment = running;
        network = LocalNetwork.start(
                RunningNetwork.root(),
                DeployedStack.nodes().size(),
                deployment.localStack().endpoint());
        network.publishRegistry(1);
    }

    @AfterAll
    void close() {
        if (network != null) {
            network.close();
        }
    }

    @Test
    void message_isSentReadAndConfirmed() throws Exception {
        Bytes container = delivered();

        assertThat(network.sharesHeld(container)).isZero();
        assertThat(trail(container).erasure()).startsWith("erased 5 of 5 issued");
        LocalInvariants.of(network).hold(List.of());
        verifies();
    }

    @Test
    void message_leavesNoTraceButTheLedgerOnceItsTimeIsOver() throws Exception {
        Bytes living = delivered();
        Bytes expiring = sentByHandler();

        Eventually.holds(LONGEST_SWEEP, () -> trail(expiring).erased() == 5);
        assertThat(trail(expiring).state()).isEqualTo(ContainerState.EXPIRED);
        assertThat(network.sharesHeld(expiring)).isZero();
        LocalInvariants.of(network).hold(List.of());

        assertThat(tables(expiring)).contains("containers", "messages", "shares");
        letRetentionPass(expiring);
        deployment.localStack().collectExpired();

        assertThat(tables(expiring)).containsExactly("audit");
        assertThat(tables(living)).contains("containers", "messages", "shares", "audit");
        verifies();
    }

    /** A message from alice to bob, who has confirmed it. */
    private Bytes delivered() throws Exception {
        try (Person alice = Person.registered(network, "alice");
                Person bob = Person.registered(network, "bob")) {
            Bytes container = alice.send(bob, "on other tables", HOUR, THREE_OF_FIVE);
            try (FetchedMessage fetched = bob.fetch(container);
                    ReceivedMessage received = bob.client.unseal(fetched)) {
                assertThat(received.content().size()).isEqualTo("on other tables".length());
                assertThat(bob.client.confirm(received)).isEqualTo(new Ending("delivered", 5, 5));
            }
            return container;
        }
    }

    /** A message between two handlers' owners that is read and never confirmed. */
    private Bytes sentByHandler() throws Exception {
        List<LocalHandler> handlers = network.startHandlers(List.of("dora", "emil"));
        HandlerCalls dora = new HandlerCalls(handlers.get(0));
        HandlerCalls emil = new HandlerCalls(handlers.get(1));
        dora.register();
        emil.register();
        byte[] content = "gone in seconds".getBytes(StandardCharsets.UTF_8);
        HandlerApi.Send send =
                new HandlerApi.Send(emil.owner(), SecretBytes.copyOf(content), (int) SHORT.toSeconds(), 3, 5);
        Bytes container = dora.answer("send", send, HandlerApi.Sent.class).containerId();
        assertThat(emil.ask("receive", container, HandlerApi.Received.class)
                        .content()
                        .toByteArray())
                .isEqualTo(content);
        return container;
    }

    /** The names of the tables in which something of a container is, each once. */
    private List<String> tables(Bytes container) {
        return Stream.concat(
                        TableSchema.ofCoordinator().stream()
                                .filter(table -> holds(network.coordinatorTables(), table, container)),
                        network.nodes().stream()
                                .flatMap(node -> TableSchema.ofNode().stream()
                                        .filter(table -> holds(tables(node), table, container))))
                .map(TableSchema::baseName)
                .distinct()
                .toList();
    }

    /** Whether any attribute of any item has the container's id in it. */
    private boolean holds(Tables tables, TableSchema table, Bytes container) {
        return network
                .database()
                .scanPaginator(scan -> scan.tableName(tables.name(table)).consistentRead(true))
                .items()
                .stream()
                .flatMap(item -> item.values().stream())
                .filter(value -> value.type() == AttributeValue.Type.B)
                .anyMatch(value -> contains(value.b().asByteArray(), container.toByteArray()));
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }

    /** What is kept for thirty days after the end has been kept for so long. */
    private void letRetentionPass(Bytes container) {
        expire(network.coordinatorTables(), TableSchema.CONTAINERS, container);
        network.nodes().forEach(node -> expire(tables(node), TableSchema.SHARES, container));
    }

    private void expire(Tables tables, TableSchema table, Bytes container) {
        network.database()
                .updateItem(update -> update.tableName(tables.name(table))
                        .key(Map.of(
                                "containerId", AttributeValue.fromB(SdkBytes.fromByteArray(container.toByteArray()))))
                        .updateExpression("SET #ttl = :past")
                        .expressionAttributeNames(Map.of("#ttl", TableSchema.TTL))
                        .expressionAttributeValues(Map.of(":past", AttributeValue.fromN("1"))));
    }

    private void verifies() {
        StringWriter out = new StringWriter();
        int exit = new CommandLine(new AuditCommand())
                .setOut(new PrintWriter(out))
                .execute(
                        "verify",
                        network.audit().toString(),
                        "--network",
                        network.networkFile().toString());
        assertThat(exit).as(out.toString()).isZero();
    }

    private LedgerReport.Trail trail(Bytes container) {
        return new Chain(network).trail(container);
    }

    private static Tables tables(LocalNode node) {
        return new Tables(node.tablePrefix());
    }
}
