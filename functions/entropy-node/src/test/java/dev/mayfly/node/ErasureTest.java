package dev.mayfly.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.node.opener.TestContainer;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasureTest extends NodeTest {
    private TestContainer container;

    @BeforeEach
    void held() throws RejectedException {
        container = open();
        deposited(container);
    }

    @Test
    void erasure_isWhatTheEndWasAnsweredWith() {
        String statement = container.end(container.accessKey(), clock);
        String atTheEnd = node.ask("end", new NodeApi.End(statement), NodeApi.Erased.class)
                .erasure();

        assertThat(erasure()).isEqualTo(atTheEnd);
    }

    @Test
    @Tag(TestClock.STANDING)
    void erasure_isMadeWhenTheTimeIsOverAndNobodySaidSo() {
        clock.set(container.fields().expiresAt());

        String first = erasure();

        assertThat(shares.find(container.id()).orElseThrow().sealed()).isEmpty();
        assertThat(erasure()).isEqualTo(first);
    }

    @Test
    @Tag(TestClock.STANDING)
    void erasure_isUnknownWhileTheShareIsHeldAsForAnyOtherContainer() {
        clock.set(container.fields().expiresAt() - 1);

        var held = node.refused("erasure", ask(container.id()), ErrorCode.CONTAINER_UNKNOWN);
        var unknown = node.refused("erasure", ask(Bytes.random(random, 32)), ErrorCode.CONTAINER_UNKNOWN);

        assertThat(held).isEqualTo(unknown);
        assertThat(shares.find(container.id()).orElseThrow().sealed()).isPresent();
    }

    @Test
    void erasure_isRejectedForAnIdOfAnotherLength() {
        node.refused("erasure", ask(Bytes.of(new byte[0])), ErrorCode.REJECTED);
        node.refused("erasure", ask(Bytes.random(random, 33)), ErrorCode.REJECTED);
    }

    private String erasure() {
        return node.ask("erasure", ask(container.id()), NodeApi.Erased.class).erasure();
    }

    private static NodeApi.AskErasure ask(Bytes containerId) {
        return new NodeApi.AskErasure(containerId);
    }
}
