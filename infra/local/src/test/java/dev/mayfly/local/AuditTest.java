package dev.mayfly.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.local.docs.Repository;
import dev.mayfly.local.network.LocalNetwork;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A stranger with nothing but the network file audits a network on which people write to each other. */
@ExtendWith(RunningNetwork.class)
class AuditTest {
    private static final Pattern COMMANDS = Pattern.compile("(?s)```sh\n(.*?)```");

    private final LocalNetwork network;
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Bytes delivered;

    AuditTest(LocalNetwork network) {
        this.network = network;
    }

    @BeforeEach
    void oneLife() throws Exception {
        try (Person alice = Person.registered(network, "alice");
                Person bob = Person.registered(network, "bob")) {
            delivered = alice.send(bob, "for the record", Duration.ofHours(1), new Threshold(3, 5));
            try (FetchedMessage fetched = bob.fetch(delivered);
                    ReceivedMessage received = bob.client.unseal(fetched)) {
                bob.client.confirm(received);
            }
        }
    }

    @Test
    void page_showsCommandsThatWork() throws Exception {
        int commands = 0;
        for (String block : Repository.all(COMMANDS.pattern(), Repository.text("docs/audit.md"))) {
            for (String line : block.split("\n")) {
                assertThat(works(line)).as(line).isTrue();
                commands++;
            }
        }
        assertThat(commands).isGreaterThan(8);
        assertThat(folder.resolve("head.json")).exists();
        assertThat(folder.resolve("copy")).isDirectory();
    }

    @Test
    void verify_holdsOverHttpAndSaysHowTheContainerEnded() throws Exception {
        Run run = run("audit", "verify", network.audit(), "--network", network.networkFile(), "--json");

        JsonNode verdict = new ObjectMapper().readTree(run.out);
        assertThat(run.exit).isZero();
        assertThat(verdict.get("holds").asBoolean()).isTrue();
        assertThat(verdict.at("/containers/delivered").asInt()).isPositive();
        assertThat(run("audit", "show", network.audit(), delivered).out)
                .contains("CONTAINER_CREATED", "CONTAINER_ACTIVATED", "MESSAGE_SENT", "CONTAINER_DELIVERED");
    }

    @Test
    void copy_isFoundOutWhenSomebodyChangesIt() throws Exception {
        Path copy = folder.resolve("copy");
        run("audit", "copy", network.audit(), copy);
        assertThat(verify(copy).exit).isZero();

        Path page = copy.resolve("entries-000000000000.txt");
        List<String> lines = Files.readAllLines(page);
        Files.write(page, lines.subList(1, lines.size()));

        assertThat(verify(copy).exit).isEqualTo(1);
        assertThat(verify(copy).out).contains("entry 0:").contains("expected:").contains("found:");
    }

    @Test
    void verify_findsWhatACoordinatorChangesInItsTable() {
        Map<String, AttributeValue> key = Map.of("lane", AttributeValue.fromN("0"), "seq", AttributeValue.fromN("3"));
        Map<String, AttributeValue> item = network.database()
                .getItem(get -> get.tableName("coordinator-audit").key(key).consistentRead(true))
                .item();
        byte[] entry = item.get("entry").b().asByteArray();
        entry[entry.length - 1] ^= 1;
        Map<String, AttributeValue> altered = new HashMap<>(item);
        altered.put("entry", AttributeValue.fromB(SdkBytes.fromByteArray(entry)));
        try {
            write(altered);

            Run run = verify(network.audit());

            assertThat(run.exit).isEqualTo(1);
            assertThat(run.out).containsPattern("entry [34]: ");
        } finally {
            write(item);
        }
        assertThat(verify(network.audit()).exit).isZero();
    }

    private void write(Map<String, AttributeValue> item) {
        network.database().putItem(put -> put.tableName("coordinator-audit").item(item));
    }

    private Run verify(Object source) {
        return run("audit", "verify", source, "--network", network.networkFile());
    }

    /** Whether a line of the page does what it says, when it is about this network and this test's folder. */
    private boolean works(String line) throws Exception {
        String here = line.replace("https://audit.example", network.audit().toString())
                .replaceAll("[A-Za-z0-9_-]{43}", delivered.toBase64Url())
                .replace(" network.json", " " + network.networkFile())
                .replace(" head.json", " " + folder.resolve("head.json"))
                // The folder, not the command.
                .replaceAll("(?<!audit) copy( |$)", " " + folder.resolve("copy") + "$1");
        String[] words = here.split(" ");
        if (words[0].equals("curl")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(words[1])).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        }
        assertThat(words[0]).isEqualTo("./mayfly");
        Object[] arguments = List.of(words).subList(1, words.length).toArray();
        return run(arguments).exit == 0;
    }

    private record Run(int exit, String out) {}

    private static Run run(Object... arguments) {
        StringWriter out = new StringWriter();
        CommandLine commands = Main.commandLine().setOut(new PrintWriter(out));
        String[] words = List.of(arguments).stream().map(String::valueOf).toArray(String[]::new);
        return new Run(commands.execute(words), out.toString());
    }
}
