package dev.mayfly.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.party.TestContainer;
import dev.mayfly.coordinator.party.TestDealing;
import dev.mayfly.domain.wire.CoordinatorApi;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a coordinator counts, as it is asked for it. */
@QuarkusTest
class MetricsTest extends CoordinatorTest {
    /** Labels of ours, each with the words that it may hold. */
    private static final Pattern OURS = Pattern.compile(
            "mayfly_[a-z_]+(\\{((function=\"(v1/[a-z-]+|none)\"|status=\"[1-5]\\d\\d\"|end=\"(delivered|revoked)\"),?)+})? [-0-9.E]+");

    @Test
    void opening_countsOnceHoweverOftenItIsAsked() {
        double before = value("mayfly_containers_opened_total");
        TestContainer container = planned();

        open(container);
        open(container);

        assertThat(value("mayfly_containers_opened_total")).isEqualTo(before + 1);
    }

    @Test
    void activation_countsItsMarginToTheThreshold() {
        double activated = value("mayfly_containers_activated_total");
        double margins = value("mayfly_activation_margin_sum");
        TestContainer container = opened();
        TestDealing dealing = TestDealing.of(container, 1, 2, 3, 4, 5);

        activate(dealing.request(1, 2, 4, 5), container);
        activate(dealing.request(1, 2, 4, 5), container);

        assertThat(value("mayfly_containers_activated_total")).isEqualTo(activated + 1);
        assertThat(value("mayfly_activation_margin_sum")).isEqualTo(margins + 4 - 3);
    }

    @Test
    void end_countsByHowItCame() {
        double delivered = value("mayfly_containers_ended_total{end=\"delivered\"}");
        double revoked = value("mayfly_containers_ended_total{end=\"revoked\"}");
        double erased = value("mayfly_erasures_recorded_total");

        TestContainer container = opened();
        TestDealing dealing = activate(container);
        deliver(send(container));
        var erasures = new CoordinatorApi.Erasures(container.id(), dealing.erasures(1, 2, 3));
        alice.ask("erasures", erasures, CoordinatorApi.Erased.class);
        alice.ask("erasures", erasures, CoordinatorApi.Erased.class);

        assertThat(value("mayfly_containers_ended_total{end=\"delivered\"}")).isEqualTo(delivered + 1);
        assertThat(value("mayfly_containers_ended_total{end=\"revoked\"}")).isEqualTo(revoked);
        assertThat(value("mayfly_erasures_recorded_total")).isEqualTo(erased + 3);
    }

    @Test
    void labels_nameNobody() {
        TestContainer container = opened();
        activate(container);
        deliver(send(container));

        List<String> ours =
                scrape().lines().filter(line -> line.startsWith("mayfly_")).toList();

        assertThat(ours).isNotEmpty().allSatisfy(line -> assertThat(line).matches(OURS));
        assertThat(scrape())
                .doesNotContain(alice.user().subject())
                .doesNotContain(bob.user().subject())
                .doesNotContain(container.id().toBase64Url())
                .doesNotContain(indexOf(alice).toBase64Url())
                .doesNotContain("node-");
    }

    private double value(String line) {
        return scrape().lines()
                .filter(each -> each.startsWith(line + " "))
                .mapToDouble(each -> Double.parseDouble(each.substring(line.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private String scrape() {
        return anybody().get("q/metrics").body();
    }
}
