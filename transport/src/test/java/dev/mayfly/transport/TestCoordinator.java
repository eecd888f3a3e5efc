package dev.mayfly.transport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What a coordinator answers, and clients that ask one with tokens of theirs: token-1, token-2 and so on. */
final class TestCoordinator {
    static final String REGISTRY = "{\"registry\":\"statement\"}";
    static final String BUSY = "{\"type\":\"urn:mayfly:error:busy\",\"status\":503,\"detail\":\"later\"}";

    private TestCoordinator() {}

    static CoordinatorClient client(URI url, Duration attempt, int attempts) {
        AtomicInteger tokens = new AtomicInteger();
        HttpJson http = new HttpJson(new Timeouts(Duration.ofSeconds(2), attempt, attempts));
        return CoordinatorClient.of(http, url, () -> "token-" + tokens.incrementAndGet());
    }

    static void unreachable(CoordinatorClient client, String words) {
        assertThatThrownBy(client::registry)
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining(words);
    }
}
