package dev.mayfly.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.entropy.EntropyObserver;
import dev.mayfly.client.entropy.EntropyObserver.Cause;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** What a handler counts, as it is asked for it. That its client tells is a matter of a whole network. */
@QuarkusTest
class MetricsTest extends HandlerTest {
    @Inject
    EntropyObserver observer;

    @Test
    void hedges_countByTheirCause() throws Exception {
        double failed = value("mayfly_hedges_total{cause=\"failed\"}");
        double slow = value("mayfly_hedges_total{cause=\"slow\"}");

        observer.hedged(Cause.SLOW);

        assertThat(value("mayfly_hedges_total{cause=\"failed\"}")).isEqualTo(failed);
        assertThat(value("mayfly_hedges_total{cause=\"slow\"}")).isEqualTo(slow + 1);
    }

    @Test
    void margins_areSummedUp() throws Exception {
        double activated = value("mayfly_activation_margin_sum");
        double released = value("mayfly_release_margin_sum");

        observer.activated(2);
        observer.released(1);

        assertThat(value("mayfly_activation_margin_sum")).isEqualTo(activated + 2);
        assertThat(value("mayfly_release_margin_sum")).isEqualTo(released + 1);
    }

    private double value(String line) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(root.resolve("q/metrics")).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body()
                .lines()
                .filter(each -> each.startsWith(line + " "))
                .mapToDouble(each -> Double.parseDouble(each.substring(line.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
