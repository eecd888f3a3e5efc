package dev.mayfly.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest extends NodeTest {
    @Test
    void ready_isANodeThatReachesItsTables() {
        var answer = node.get("q/health/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("tables").contains("UP");
    }

    @Test
    void functions_arePostOnly() {
        assertThat(node.get("v1/contribute").statusCode()).isEqualTo(405);
    }
}
