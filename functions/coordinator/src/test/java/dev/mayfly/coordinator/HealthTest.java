package dev.mayfly.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest extends CoordinatorTest {
    @Test
    void ready_isUpWhenTheTablesAreThere() {
        HttpResponse<String> answer = anybody().get("q/health/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"tables\"").contains("\"UP\"");
    }
}
