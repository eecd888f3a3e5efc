package dev.mayfly.coordinator.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.CoordinatorTest;
import dev.mayfly.coordinator.party.Caller;
import dev.mayfly.coordinator.party.TestContainer;
import dev.mayfly.coordinator.party.TestDealing;
import dev.mayfly.coordinator.party.TestMessage;
import dev.mayfly.coordinator.party.TestParty;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.dynamo.schema.TableSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Many callers at once: one of them has its way, all of them are told the truth, and the chain has no gap. */
@QuarkusTest
class ParallelTest extends CoordinatorTest {
    @Inject
    ContainerStore containers;

    @Test
    void open_leavesOneContainerAndOneEntryWhenAskedAHundredTimesAtOnce() {
        TestContainer container = planned();
        CoordinatorApi.Open request = container.openRequest();
        int before = countContainers();

        Set<CoordinatorApi.Opened> replies =
                replies(atOnce(alice, "open", 100, caller -> request), CoordinatorApi.Opened.class);

        assertThat(replies)
                .singleElement()
                .satisfies(opened -> assertThat(opened.committee())
                        .isEqualTo(container.drawn().committee().ids()));
        assertThat(ledger.types(container.id())).containsExactly("CONTAINER_CREATED");
        assertThat(countContainers()).isEqualTo(before + 1);
    }

    @Test
    void activate_picksOneDealingAndTellsEverybodyWhenTwoCompete() {
        TestContainer container = opened();
        List<TestDealing> dealings =
                List.of(TestDealing.of(container, 1, 2, 3, 4, 5), TestDealing.of(container, 1, 2, 3, 4, 5));

        List<HttpResponse<String>> answers =
                atOnce(alice, "activate", 20, caller -> dealings.get(caller % 2).request(1, 2, 3, 4, 5));

        Bytes winner = containers
                .find(container.id())
                .orElseThrow()
                .certificate()
                .orElseThrow()
                .digest();
        assertThat(dealings).extracting(TestDealing::digest).contains(winner);
        for (int caller = 0; caller < answers.size(); caller++) {
            if (dealings.get(caller % 2).digest().equals(winner)) {
                assertThat(Caller.read(answers.get(caller), CoordinatorApi.State.class)
                                .state())
                        .isEqualTo("active");
            } else {
                Caller.problem(answers.get(caller), ErrorCode.DEALING_CONFLICT);
            }
        }
        assertThat(ledger.types(container.id())).containsExactly("CONTAINER_CREATED", "CONTAINER_ACTIVATED");
    }

    @Test
    void send_storesOneMessageAndShowsItToEverybodyWhenManyCompete() {
        TestContainer container = active();
        List<TestMessage> messages =
                IntStream.range(0, 20).mapToObj(i -> TestMessage.of(container)).toList();

        Set<CoordinatorApi.Stored> replies = replies(
                atOnce(alice, "send", 20, caller -> messages.get(caller).request()), CoordinatorApi.Stored.class);

        assertThat(replies).hasSize(1);
        assertThat(ledger.types(container.id()))
                .filteredOn("MESSAGE_SENT"::equals)
                .hasSize(1);
    }

    @Test
    void receipt_isRecordedOnceWhenSentManyTimesAtOnce() {
        TestContainer container = active();
        TestMessage message = send(container);

        Set<CoordinatorApi.State> replies =
                replies(atOnce(bob, "receipt", 20, caller -> message.receipt()), CoordinatorApi.State.class);

        assertThat(replies).extracting(CoordinatorApi.State::state).containsExactly("delivered");
        assertThat(ledger.types(container.id()))
                .filteredOn("CONTAINER_DELIVERED"::equals)
                .hasSize(1);
    }

    @Test
    void erasures_areEachRecordedOnceWhenBroughtByManyAtOnce() {
        TestContainer container = opened();
        TestDealing dealing = activate(container);
        deliver(send(container));

        List<HttpResponse<String>> answers = atOnce(
                alice,
                "erasures",
                20,
                caller -> new CoordinatorApi.Erasures(
                        container.id(), dealing.erasures(caller % 5 + 1, (caller + 1) % 5 + 1)));

        answers.forEach(answer -> Caller.read(answer, CoordinatorApi.Erased.class));
        assertThat(containers.erasedRanks(container.id())).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void registerKeys_leavesOneRegistrationWhenManyCompete() {
        TestParty carol = unregistered("carol");
        List<TestParty> devices = IntStream.range(0, 10)
                .mapToObj(i -> new TestParty(carol.user(), clock, carol.coordinator()))
                .toList();

        List<HttpResponse<String>> answers = atOnce(carol, "register-keys", 10, caller -> {
            TestParty device = devices.get(caller);
            return new CoordinatorApi.RegisterKeys(device.states(KeysStatement.TYPE, device.registration()));
        });

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allSatisfy(answer -> Caller.problem(answer, ErrorCode.KEYS_CONFLICT));
        assertThat(ledger.about(indexOf(carol))).hasSize(1);
    }

    private static List<HttpResponse<String>> atOnce(
            TestParty party, String function, int callers, IntFunction<Object> request) {
        List<Object> requests = IntStream.range(0, callers).mapToObj(request).toList();
        List<CompletableFuture<HttpResponse<String>>> asked = requests.stream()
                .map(each -> party.coordinator().later(function, each))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private static <T> Set<T> replies(List<HttpResponse<String>> answers, Class<T> reply) {
        return answers.stream().map(answer -> Caller.read(answer, reply)).collect(Collectors.toSet());
    }

    private int countContainers() {
        return dynamoDb
                .scanPaginator(scan -> scan.tableName(table(TableSchema.CONTAINERS))
                        .consistentRead(true)
                        .select(Select.COUNT))
                .stream()
                .mapToInt(page -> page.count())
                .sum();
    }
}
