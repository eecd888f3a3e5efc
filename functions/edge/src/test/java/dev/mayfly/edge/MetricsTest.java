package dev.mayfly.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests as they are counted. */
@QuarkusTest
@Timeout(60)
class MetricsTest {
    @TestHTTPResource("/")
    URI root;

    private Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(root);
    }

    @Test
    void requests_areCountedByFunctionAndStatus() {
        String line = "mayfly_requests_seconds_count{function=\"v1/refuse\",status=\"%d\"}"
                .formatted(ErrorCode.OUT_OF_BOUNDS.status());
        double before = value(line);

        caller.post("v1/refuse", Caller.GOOD);
        caller.post("v1/refuse", Caller.GOOD);

        // The answer may be here before the server is done with it.
        while (value(line) < before + 2) {
            Thread.onSpinWait();
        }
        assertThat(value(line)).isEqualTo(before + 2);
    }

    @Test
    void requests_haveNoLabelThatACallerChose() {
        caller.get("v1/alice-at-example.org");
        caller.post("alice-at-example.org", Caller.GOOD);
        caller.post("v1/echo?alice-at-example.org", Caller.GOOD);
        caller.post("v1/alice-at-example.org", "x".repeat(20_000));
        caller.send(caller.request("v1/echo")
                .method("ALICEATEXAMPLEORG", java.net.http.HttpRequest.BodyPublishers.noBody()));

        while (value("mayfly_requests_seconds_count{function=\"v1/echo\",status=\"405\"}") < 1) {
            Thread.onSpinWait();
        }
        assertThat(scrape()).contains("function=\"none\",status=\"404\"").doesNotContainIgnoringCase("alice");
    }

    private double value(String line) {
        return scrape().lines()
                .filter(each -> each.startsWith(line + " "))
                .mapToDouble(each -> Double.parseDouble(each.substring(line.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private String scrape() {
        var answer = caller.get("q/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
