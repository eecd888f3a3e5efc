package dev.mayfly.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.party.TestContainer;
import dev.mayfly.coordinator.party.TestDealing;
import dev.mayfly.coordinator.party.TestNetwork;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.directory.LookupStatement;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.dynamo.schema.TableSchema;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** During a container's life and after it, nobody who takes the tables learns who wrote to whom. */
@QuarkusTest
class NamelessTablesTest extends CoordinatorTest {
    @Test
    void tables_holdNoNameAndNoSaltOfAParty() {
        List<TestContainer> containers = List.of(wholeLife(), active());
        TableContents tables = new TableContents(everyAttribute());

        assertThat(tables.hold(utf8(alice.user().subject()))).isFalse();
        assertThat(tables.hold(utf8(bob.user().subject()))).isFalse();
        assertThat(tables.hold(utf8(TestNetwork.ISSUER))).isFalse();
        for (TestContainer container : containers) {
            Stream.of(container.openerSalts(), container.peerSalts()).forEach(salts -> {
                assertThat(tables.hold(salts.id())).isFalse();
                assertThat(tables.hold(salts.keys())).isFalse();
            });
            assertThat(tables.hold(scalar(container))).as("access key").isFalse();
        }
    }

    /** Were the search blind, the test above would show nothing. */
    @Test
    void tables_holdCommitmentsThatTheSearchFindsInsideStatements() {
        TestContainer container = wholeLife();
        active();
        TableContents tables = new TableContents(everyAttribute());

        assertThat(tables.hold(container.fields().sender().id())).isTrue();
        assertThat(new TableContents(openStatements())
                        .hold(container.fields().sender().id()))
                .isTrue();
        assertThat(tables.hold(utf8("mayfly-sent+jwt"))).isTrue();
    }

    private TestContainer wholeLife() {
        alice.ask(
                "lookup",
                new CoordinatorApi.Ask(
                        alice.states(LookupStatement.TYPE, new LookupStatement(alice.issued(), bob.user()))),
                CoordinatorApi.RegisteredKeys.class);
        TestContainer container = opened();
        TestDealing dealing = activate(container);
        var message = send(container);
        bob.ask("fetch", container.fetch(bob), CoordinatorApi.Fetched.class);
        deliver(message);
        anybody()
                .ask(
                        "erasures",
                        new CoordinatorApi.Erasures(container.id(), dealing.erasures(1, 2, 3)),
                        CoordinatorApi.Erased.class);
        return container;
    }

    private Stream<AttributeValue> everyAttribute() {
        return TableSchema.ofCoordinator().stream().flatMap(this::attributes);
    }

    private Stream<AttributeValue> openStatements() {
        return dynamoDb.scanPaginator(scan -> scan.tableName(table(TableSchema.CONTAINERS))).items().stream()
                .map(item -> item.get("openStatement"));
    }

    private Stream<AttributeValue> attributes(TableSchema schema) {
        List<AttributeValue> values =
                dynamoDb.scanPaginator(scan -> scan.tableName(table(schema)).consistentRead(true)).items().stream()
                        .flatMap(item -> item.values().stream())
                        .toList();
        assertThat(values).as(schema.baseName()).isNotEmpty();
        return values.stream();
    }

    private static Bytes scalar(TestContainer container) {
        try (var scalar = container.accessKey().scalar()) {
            return scalar.use(Bytes::of);
        }
    }

    private static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
