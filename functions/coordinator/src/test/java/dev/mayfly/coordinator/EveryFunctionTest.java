package dev.mayfly.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.party.TestContainer;
import dev.mayfly.coordinator.party.TestDealing;
import dev.mayfly.coordinator.party.TestMessage;
import dev.mayfly.coordinator.party.TestParty;
import dev.mayfly.domain.container.RevokeStatement;
import dev.mayfly.domain.wire.CoordinatorApi;
import io.quarkus.funqy.Funq;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every function answers a good request: all requests and replies, tables, statements, tokens, draws and dealings. */
@QuarkusTest
class EveryFunctionTest extends CoordinatorTest {
    private final Set<String> answered = new HashSet<>(Set.of("registry", "publish-registry", "register-keys"));

    @Test
    void function_answersAGoodRequestWhicheverItIs() {
        changeKeys();
        tellOneMessage();
        revoke();

        assertThat(answered)
                .isEqualTo(functions(ContainerFunctions.class, DirectoryFunctions.class, MessageFunctions.class));
    }

    private void changeKeys() {
        ask(alice, "lookup", alice.lookupOf(bob.user()), CoordinatorApi.RegisteredKeys.class);
        TestParty next = alice.withFreshKeys();
        var rotated = ask(alice, "rotate-keys", alice.rotationTo(next), CoordinatorApi.RegisteredKeys.class);
        assertThat(rotated.versions()).hasSize(2);

        TestParty stranger = next.withFreshKeys();
        var waiting = ask(stranger, "reset-keys", stranger.resetRequest(), CoordinatorApi.RegisteredKeys.class);
        assertThat(waiting.waiting()).hasSize(1);
        var cancelled = ask(next, "cancel-reset", next.cancellation(waiting), CoordinatorApi.RegisteredKeys.class);
        assertThat(cancelled.waiting()).isEmpty();
        alice = next;
    }

    private void tellOneMessage() {
        TestContainer container = planned();
        ask(alice, "open", container.openRequest(), CoordinatorApi.Opened.class);
        TestDealing dealing = TestDealing.of(container, 1, 2, 3, 4, 5);
        ask(alice, "activate", dealing.request(1, 2, 3, 4, 5), CoordinatorApi.State.class);
        TestMessage message = TestMessage.of(container);
        ask(alice, "send", message.request(), CoordinatorApi.Stored.class);
        assertThat(inbox(bob)).hasSize(1);
        answered.add("inbox");

        var fetched = ask(bob, "fetch", container.fetch(bob), CoordinatorApi.Fetched.class);
        assertThat(fetched.message()).isEqualTo(message.jwe());
        ask(bob, "receipt", message.receipt(), CoordinatorApi.State.class);
        assertThat(ask(alice, "status", container.status(alice), CoordinatorApi.State.class)
                        .state())
                .isEqualTo("delivered");
        var erasures = new CoordinatorApi.Erasures(container.id(), dealing.erasures(1, 2, 3));
        ask(bob, "erasures", erasures, CoordinatorApi.Erased.class);
    }

    private void revoke() {
        TestContainer container = active();
        var claims = new RevokeStatement(alice.issued(), container.id());
        var request = new CoordinatorApi.Revoke(
                alice.states(RevokeStatement.TYPE, claims), container.openingOf(alice), container.end());

        assertThat(ask(alice, "revoke", request, CoordinatorApi.State.class).state())
                .isEqualTo("revoked");
    }

    private <T> T ask(TestParty party, String function, Object request, Class<T> reply) {
        T answer = party.ask(function, request, reply);
        answered.add(function);
        return answer;
    }

    private static Set<String> functions(Class<?>... holders) {
        List<String> names = Stream.of(holders)
                .flatMap(holder -> Arrays.stream(holder.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Funq.class))
                .map(EveryFunctionTest::name)
                .toList();
        return Set.copyOf(names);
    }

    private static String name(Method method) {
        return method.getAnnotation(Funq.class).value().substring("v1/".length());
    }
}
