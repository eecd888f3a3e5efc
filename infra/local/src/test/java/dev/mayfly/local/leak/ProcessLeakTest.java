package dev.mayfly.local.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.local.network.LocalNode;
import dev.mayfly.testbed.secret.Recording;
import dev.mayfly.testbed.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged functions print at every level, keep in memory and leave in tables, searched for what each may not know. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessLeakTest {
    private TracedNetwork traced;

    @TempDir
    private Path folder;

    @BeforeAll
    void live() throws Exception {
        traced = new TracedNetwork();
    }

    @AfterAll
    void close() {
        traced.close();
    }

    /** A handler is its owner's own: its settings name nobody else. */
    @Test
    void logs_haveNoSecretAndNoNameThoughTheySayAllTheyCan() throws Exception {
        List<Path> logs = traced.logs();
        assertThat(logs)
                .as("of coordinator, sweep, audit, handler and nodes")
                .hasSize(traced.network().nodes().size() + 4);
        long size = 0;
        for (Path log : logs) {
            Recording said = recording(log);
            size += said.size();
            assertThat(Files.readString(log)).as("%s", log).contains("\"level\":\"TRACE\"");
            assertThat(said.found(traced.secrets())).as("%s", log).isEmpty();
            assertThat(said.found(traced.ofRoles())).as("%s", log).isEmpty();
            if (!log.startsWith(traced.handler().keyringFile().getParent())) {
                assertThat(said.found(traced.identities())).as("%s", log).isEmpty();
            }
        }
        System.out.printf(
                "traces: %d secrets, %d of roles, %d identities; %d bytes of logs%n",
                traced.secrets().size(),
                traced.ofRoles().size(),
                traced.identities().size(),
                size);
    }

    @Test
    void memoryOfANode_hasItsOwnKeyAndNothingOfAContainer() throws Exception {
        for (LocalNode node : traced.network().nodes()) {
            Heap heap = Heap.of(node.pid(), folder);

            assertThat(found(heap, traced.ofRoles())).containsExactly("key of " + node.id());
            assertThat(found(heap, traced.secrets())).isEmpty();
            assertThat(found(heap, traced.identities())).isEmpty();
        }
    }

    @Test
    void memoryOfTheCoordinator_hasItsOwnKeyAndNoPartysSecret() throws Exception {
        Heap heap = Heap.of(traced.network().coordinatorPid(), folder);

        assertThat(found(heap, traced.ofRoles())).containsExactly("VRF key");
        assertThat(found(
                        heap,
                        traced.secrets().stream()
                                .filter(secret -> !secret.name().startsWith("token"))
                                .toList()))
                .isEmpty();
    }

    @Test
    void memoryOfAHandler_hasItsOwnersKeysAndNoOneElses() throws Exception {
        Heap heap = Heap.of(traced.handler().pid(), folder);

        assertThat(found(heap, traced.ofRoles()))
                .containsExactly("encryption key of the reader", "signing key of the reader");
        assertThat(found(heap, traced.secrets())).isEmpty();
    }

    @Test
    void tables_haveNoSecretButEachNodesEpochKeyInItsOwn() {
        Recording coordinators = recording(name -> name.startsWith("coordinator-"));
        assertThat(coordinators.found(traced.ofRoles())).isEmpty();
        assertThat(coordinators.found(traced.secrets())).isEmpty();
        assertThat(coordinators.found(traced.identities())).isEmpty();
        for (LocalNode node : traced.network().nodes()) {
            String epochKeys = node.tablePrefix() + TableSchema.EPOCH_KEYS.baseName();
            Recording own = recording(name -> name.startsWith(node.tablePrefix()) && !name.equals(epochKeys));
            assertThat(own.found(traced.ofRoles())).isEmpty();
            assertThat(own.found(traced.secrets())).isEmpty();
            assertThat(recording(epochKeys::equals).found(traced.ofRoles()))
                    .containsExactly("epoch key of " + node.id());
        }
    }

    private static Set<String> found(Heap heap, List<Secret> wanted) {
        return wanted.stream()
                .filter(secret -> heap.holds(secret.bytes()))
                .map(Secret::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Recording recording(Path log) throws Exception {
        try (Stream<String> lines = Files.lines(log)) {
            return new Recording(
                    lines.map(line -> line.getBytes(StandardCharsets.UTF_8)).toList());
        }
    }

    /** All items of some tables as they print themselves: bytes in hex. */
    private Recording recording(Predicate<String> tables) {
        var database = traced.network().database();
        return new Recording(database.listTablesPaginator().tableNames().stream()
                .filter(tables)
                .flatMap(table ->
                        database.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream())
                .map(item -> item.toString().getBytes(StandardCharsets.UTF_8))
                .toList());
    }
}
