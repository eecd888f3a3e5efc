package dev.mayfly.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest extends HandlerTest {
    @Test
    void ready_isUpWhenTheCoordinatorAnswers() throws Exception {
        coordinator.answering(200, "{\"registry\":\"\"}");

        HttpResponse<String> answer = ready();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"coordinator\"").contains("\"UP\"");
    }

    @Test
    void ready_isDownWhenTheCoordinatorFails() throws Exception {
        coordinator.answering(500, "");

        assertThat(ready().statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> ready() throws Exception {
        HttpRequest question =
                HttpRequest.newBuilder(root.resolve("q/health/ready")).build();
        return HttpClient.newHttpClient().send(question, BodyHandlers.ofString());
    }
}
