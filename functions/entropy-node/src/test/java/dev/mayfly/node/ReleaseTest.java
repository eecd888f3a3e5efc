package dev.mayfly.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.share.Release;
import dev.mayfly.domain.share.ReleaseRequest;
import dev.mayfly.domain.share.SealedShare;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.node.opener.TestContainer;
import dev.mayfly.node.opener.TestDealing;
import dev.mayfly.node.opener.TestNetwork;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReleaseTest extends NodeTest {
    private final HpkePrivateKey oneTimeKey = HpkePrivateKey.generate(random);
    private TestContainer container;
    private TestDealing dealing;

    @BeforeEach
    void held() throws RejectedException {
        container = open();
        dealing = deposited(container);
    }

    @Test
    void release_givesTheShareThatTheDealingCommitsTo() throws Exception {
        Statement<ReleaseRequest> request = request(container.accessKey(), dealing.digest());

        Release release = Release.verify(release(request), ownRecord(), container.rank(), request);

        try (Share share = SealedShare.open(
                release.sealed(), Sealing.RELEASE, container.id(), TestNetwork.OWN_ID, container.rank(), oneTimeKey)) {
            assertThat(share.verifies(dealing.commitments())).isTrue();
        }
    }

    @Test
    void release_canBeAskedForAgain() {
        Statement<ReleaseRequest> request = request(container.accessKey(), dealing.digest());

        release(request);
        release(request);
    }

    @Test
    @Tag(TestClock.STANDING)
    void release_worksUntilTheLastSecondAndNotLonger() {
        clock.set(container.fields().expiresAt() - 1);
        release(request(container.accessKey(), dealing.digest()));

        clock.set(container.fields().expiresAt());
        refused(request(container.accessKey(), dealing.digest()), ErrorCode.CONTAINER_ENDED);
    }

    @Test
    void release_tellsAPartyThatTheContainerWasEnded() {
        end();

        refused(request(container.accessKey(), dealing.digest()), ErrorCode.CONTAINER_ENDED);
    }

    @Test
    void release_tellsStrangersOneAndTheSame() {
        SigningPrivateKey stranger = SigningPrivateKey.generate(random);
        TestContainer unknown = open();

        ObjectNode toUnknown =
                refused(request(unknown, unknown.accessKey(), dealing.digest()), ErrorCode.CONTAINER_UNKNOWN);
        ObjectNode toForeignKey = refused(request(stranger, dealing.digest()), ErrorCode.CONTAINER_UNKNOWN);
        ObjectNode toOtherDealing =
                refused(request(container.accessKey(), Bytes.random(random, 32)), ErrorCode.CONTAINER_UNKNOWN);
        end();
        ObjectNode afterTheEnd = refused(request(stranger, dealing.digest()), ErrorCode.CONTAINER_UNKNOWN);

        assertThat(toForeignKey).isEqualTo(toUnknown);
        assertThat(toOtherDealing).isEqualTo(toUnknown);
        assertThat(afterTheEnd).isEqualTo(toUnknown);
    }

    @Test
    void release_isRefusedWhenTheRequestIsMoreThanAMinuteOff() {
        Clock late = Clock.offset(clock, Duration.ofSeconds(-61));
        ReleaseRequest stale = container.releaseRequest(dealing.digest(), oneTimeKey.publicKey(), late);

        refused(ReleaseRequest.TYPE.sign(stale, container.accessKey()), ErrorCode.STATEMENT_NOT_CURRENT);
    }

    @Test
    void release_isRejectedWhenAddressedToAnotherNode() {
        ReleaseRequest toAnother = new ReleaseRequest(
                TestContainer.issued("node-1", clock), container.id(), dealing.digest(), oneTimeKey.publicKey());

        ObjectNode problem = refused(ReleaseRequest.TYPE.sign(toAnother, container.accessKey()), ErrorCode.REJECTED);
        assertThat(problem.get("field").asText()).isEqualTo("/statement");
    }

    private Statement<ReleaseRequest> request(SigningPrivateKey signer, Bytes dealingDigest) {
        return request(container, signer, dealingDigest);
    }

    private Statement<ReleaseRequest> request(TestContainer of, SigningPrivateKey signer, Bytes dealingDigest) {
        return ReleaseRequest.TYPE.sign(of.releaseRequest(dealingDigest, oneTimeKey.publicKey(), clock), signer);
    }

    private String release(Statement<ReleaseRequest> request) {
        return node.ask("release", new NodeApi.Release(request.compact()), NodeApi.Released.class)
                .release();
    }

    private ObjectNode refused(Statement<ReleaseRequest> request, ErrorCode code) {
        return node.refused("release", new NodeApi.Release(request.compact()), code);
    }

    private void end() {
        node.ask("end", new NodeApi.End(container.end(container.accessKey(), clock)), NodeApi.Erased.class);
    }

    private NodeRecord ownRecord() {
        return container.committee().at(container.rank()).orElseThrow();
    }
}
