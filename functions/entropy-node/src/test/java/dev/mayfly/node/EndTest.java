package dev.mayfly.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.share.End;
import dev.mayfly.domain.share.Erasure;
import dev.mayfly.domain.share.HeldShare;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.node.opener.TestContainer;
import dev.mayfly.node.opener.TestDealing;
import dev.mayfly.node.opener.TestNetwork;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EndTest extends NodeTest {
    private TestContainer container;
    private TestDealing dealing;

    @BeforeEach
    void held() throws RejectedException {
        container = open();
        dealing = deposited(container);
    }

    @Test
    void end_erasesTheShareAndSaysSo() throws Exception {
        HeldShare held = shares.find(container.id()).orElseThrow();

        String erasure = end(container.end(container.accessKey(), clock));

        assertThat(shares.find(container.id()).orElseThrow().sealed()).isEmpty();
        Erasure claims =
                Erasure.TYPE.verify(erasure, TestNetwork.ownKey().publicKey()).claims();
        claims.issued().requireFor(TestNetwork.NAME, Issued.PUBLIC);
        assertThat(claims.containerId()).isEqualTo(container.id());
        assertThat(claims.rank()).isEqualTo(container.rank());
        assertThat(claims.holdingDigest()).isEqualTo(held.holdingDigest());
    }

    @Test
    @Tag(TestClock.STANDING)
    void end_isAnsweredAlikeWheneverItIsRepeated() {
        String statement = container.end(container.accessKey(), clock);
        String first = end(statement);

        assertThat(end(statement)).isEqualTo(first);
        clock.forward(Duration.ofDays(1));
        assertThat(end(statement)).isEqualTo(first);
        assertThat(end(container.end(container.accessKey(), clock))).isEqualTo(first);
    }

    @Test
    @Tag(TestClock.STANDING)
    void end_isTakenHoweverLateItIsBrought() {
        String statement = container.end(container.accessKey(), clock);
        clock.forward(Duration.ofDays(1));

        end(statement);

        assertThat(shares.find(container.id()).orElseThrow().sealed()).isEmpty();
    }

    @Test
    void end_leavesStrangersWithOneAnswerAndTheShareAlone() {
        SigningPrivateKey stranger = SigningPrivateKey.generate(random);
        TestContainer unknown = open();

        var toForeignKey = refused(container.end(stranger, clock), ErrorCode.CONTAINER_UNKNOWN);
        var toUnknown = refused(unknown.end(unknown.accessKey(), clock), ErrorCode.CONTAINER_UNKNOWN);

        assertThat(toForeignKey).isEqualTo(toUnknown);
        assertThat(shares.find(container.id()).orElseThrow().sealed()).isPresent();
        end(container.end(container.accessKey(), clock));
        assertThat(refused(container.end(stranger, clock), ErrorCode.CONTAINER_UNKNOWN))
                .isEqualTo(toUnknown);
    }

    @Test
    void end_isRejectedWhenNotMeantForNodes() {
        End toParties = new End(TestContainer.issued(Issued.PARTIES, clock), container.id());

        refused(End.TYPE.sign(toParties, container.accessKey()).compact(), ErrorCode.REJECTED);

        assertThat(shares.find(container.id()).orElseThrow().sealed()).isPresent();
    }

    @Test
    void deposit_isRefusedAfterTheEnd() {
        end(container.end(container.accessKey(), clock));
        var again = dealing.deposit(dealing.dealt().share(container.rank()), oneKey());

        node.refused("deposit", again, ErrorCode.CONTAINER_ENDED);
    }

    private HpkePublicKey oneKey() {
        return HpkePrivateKey.generate(random).publicKey();
    }

    private String end(String statement) {
        return node.ask("end", new NodeApi.End(statement), NodeApi.Erased.class).erasure();
    }

    private ObjectNode refused(String statement, ErrorCode code) {
        return node.refused("end", new NodeApi.End(statement), code);
    }
}
