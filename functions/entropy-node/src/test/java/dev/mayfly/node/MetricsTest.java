package dev.mayfly.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.domain.share.ReleaseRequest;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.node.opener.TestContainer;
import dev.mayfly.node.opener.TestDealing;
import dev.mayfly.node.opener.TestNetwork;
import dev.mayfly.node.share.EraseExpired;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a node counts, as it is asked for it. */
@QuarkusTest
class MetricsTest extends NodeTest {
    private static final String OURS =
            "mayfly_[a-z_]+(\\{function=\"(v1/[a-z]+|none)\",status=\"[1-5]\\d\\d\"})? [-0-9.E]+";

    @Inject
    EraseExpired eraseExpired;

    @Test
    void share_countsWhenItIsHeldAndEachTimeItIsReleased() throws Exception {
        double contributed = value("mayfly_contributions_made_total");
        double held = value("mayfly_shares_held_total");
        double released = value("mayfly_shares_released_total");
        TestContainer container = open();

        TestDealing dealing = deposited(container);
        release(container, dealing);
        release(container, dealing);

        assertThat(value("mayfly_contributions_made_total")).isEqualTo(contributed + 1);
        assertThat(value("mayfly_shares_held_total")).isEqualTo(held + 1);
        assertThat(value("mayfly_shares_released_total")).isEqualTo(released + 2);
    }

    @Test
    void erasure_countsHowLateItWas() throws Exception {
        // Whatever other tests left is over by then.
        clock.forward(Duration.ofDays(30));
        eraseExpired.run();
        TestContainer container = open();
        deposited(container);
        double erased = value("mayfly_share_erasure_lag_seconds_count");
        double lag = value("mayfly_share_erasure_lag_seconds_sum");
        double keys = value("mayfly_epoch_key_erasure_lag_seconds_count");
        clock.set(epochEnd(container) + 7);

        eraseExpired.run();
        eraseExpired.run();

        assertThat(value("mayfly_share_erasure_lag_seconds_count")).isEqualTo(erased + 1);
        assertThat(value("mayfly_share_erasure_lag_seconds_sum"))
                .isEqualTo(lag + epochEnd(container) + 7 - container.fields().expiresAt());
        assertThat(value("mayfly_epoch_key_erasure_lag_seconds_count")).isEqualTo(keys + 1);
    }

    @Test
    void erasure_isNotLateWhenAPartyEndsTheContainer() throws Exception {
        TestContainer container = open();
        deposited(container);
        double erased = value("mayfly_share_erasure_lag_seconds_count");
        double lag = value("mayfly_share_erasure_lag_seconds_sum");

        node.ask("end", new NodeApi.End(container.end(container.accessKey(), clock)), NodeApi.Erased.class);

        assertThat(value("mayfly_share_erasure_lag_seconds_count")).isEqualTo(erased + 1);
        assertThat(value("mayfly_share_erasure_lag_seconds_sum")).isEqualTo(lag);
    }

    @Test
    void labels_nameNobody() throws Exception {
        TestContainer container = open();
        release(container, deposited(container));

        assertThat(scrape().lines().filter(line -> line.startsWith("mayfly_")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).matches(OURS));
        assertThat(scrape())
                .doesNotContain(container.id().toBase64Url())
                .doesNotContain(TestNetwork.OWN_ID)
                .doesNotContain(TestNetwork.NAME);
    }

    private void release(TestContainer container, TestDealing dealing) {
        try (HpkePrivateKey oneTimeKey = HpkePrivateKey.generate(random)) {
            var request = new ReleaseRequest(
                    Issued.now(TestNetwork.NAME, TestNetwork.OWN_ID, clock, random),
                    container.id(),
                    dealing.digest(),
                    oneTimeKey.publicKey());
            String statement =
                    ReleaseRequest.TYPE.sign(request, container.accessKey()).compact();
            node.ask("release", new NodeApi.Release(statement), NodeApi.Released.class);
        }
    }

    private double value(String line) {
        return scrape().lines()
                .filter(each -> each.startsWith(line + " "))
                .mapToDouble(each -> Double.parseDouble(each.substring(line.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private String scrape() {
        return node.get("q/metrics").body();
    }
}
