package dev.mayfly.testbed;

import dev.mayfly.dynamo.DynamoClients;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.testbed.access.AccessLog;
import dev.mayfly.testbed.fault.Faults;
import dev.mayfly.testbed.fault.FaultyDatabase;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.utils.AttributeMap;

/** Each role's client of the one database, on a line that may fail, its calls noted. */
final class Databases implements AutoCloseable {
    private final URI endpoint;
    private final Faults faults;
    private final AccessLog accessLog;
    private final DynamoDbClient sound;
    private final Map<String, DynamoDbClient> clients = new ConcurrentHashMap<>();

    Databases(URI endpoint, Faults faults, AccessLog accessLog) {
        this.endpoint = endpoint;
        this.faults = faults;
        this.accessLog = accessLog;
        this.sound = DynamoClients.local(endpoint).build();
    }

    /** A client that nothing happens to, for tests themselves. */
    DynamoDbClient sound() {
        return sound;
    }

    /** The client of a role, as production makes it but for its line. */
    DynamoDbClient of(String role, Tables tables) {
        return clients.computeIfAbsent(
                role,
                who -> DynamoClients.local(endpoint)
                        .httpClientBuilder(new Line(who, tables.prefix()))
                        .overrideConfiguration(DynamoClients.timeouts()
                                .addExecutionInterceptor(accessLog.of(who, tables))
                                .build())
                        .build());
    }

    @Override
    public void close() {
        clients.values().forEach(DynamoDbClient::close);
        sound.close();
    }

    private final class Line implements SdkHttpClient.Builder<Line> {
        private final String who;
        private final String tablePrefix;

        Line(String who, String tablePrefix) {
            this.who = who;
            this.tablePrefix = tablePrefix;
        }

        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            SdkHttpClient line = UrlConnectionHttpClient.builder().buildWithDefaults(defaults);
            return new FaultyDatabase(line, faults, who, tablePrefix);
        }
    }
}
