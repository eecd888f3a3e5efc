package dev.mayfly.dynamodblocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbLocalTest {
    private static DynamoDbLocal engine;

    @BeforeAll
    static void start() {
        engine = DynamoDbLocal.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void start_keepsATableAndAnItemInMemory() {
        RawDynamo dynamo = new RawDynamo(engine.endpoint());

        dynamo.createTable("insects");
        dynamo.call("PutItem", "{\"TableName\":\"insects\",\"Item\":{\"id\":{\"S\":\"mayfly\"}}}");

        assertThat(dynamo.call("ListTables", "{}")).contains("insects");
        assertThat(dynamo.call("Scan", "{\"TableName\":\"insects\"}")).contains("mayfly");
    }

    @Test
    void start_listensOnLoopbackOnly() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        assumeThat(others).as("addresses of this machine besides loopback").isNotEmpty();

        assertThat(others)
                .noneMatch(address -> answers(address, engine.endpoint().getPort()));
    }

    @Test
    void start_keepsTablesBetweenRunsWhenGivenADirectory(@TempDir Path data) {
        try (DynamoDbLocal first = DynamoDbLocal.start(0, data)) {
            new RawDynamo(first.endpoint()).createTable("kept");
        }
        try (DynamoDbLocal second = DynamoDbLocal.start(0, data)) {
            assertThat(new RawDynamo(second.endpoint()).call("ListTables", "{}"))
                    .contains("kept");
        }
    }

    @Test
    void start_failsWhenThePortIsTaken() {
        int taken = engine.endpoint().getPort();

        assertThatThrownBy(() -> DynamoDbLocal.start(taken, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not start")
                .hasMessageContaining("dynamodb-local.log");
    }

    @Test
    void close_endsTheProcess() {
        DynamoDbLocal other = DynamoDbLocal.start();
        assertThat(ProcessHandle.of(other.pid())).isPresent();

        other.close();
        other.close();

        assertThat(ProcessHandle.of(other.pid()).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
