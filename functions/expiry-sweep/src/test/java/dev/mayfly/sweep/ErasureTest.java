package dev.mayfly.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.wire.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nodes are told and asked until each has signed, and nobody's word counts but their own. */
@ExtendWith(LocalDynamo.class)
class ErasureTest {
    private static final SweepDue.Run NOTHING = new SweepDue.Run(0, 0, 0, 0, 0);

    /** What a node says in place of its erasure. */
    @FunctionalInterface
    interface Lie {
        TestNode.Reply about(TestContainer asked, TestContainer other);
    }

    private final World world;
    private final Life life;

    ErasureTest(World world) {
        this.world = world;
        this.life = new Life(world);
    }

    @Test
    void run_recordsAllErasuresInOneEntryAndIsDoneWithTheContainer() {
        TestContainer container = expired();

        assertThat(world.sweep().run().settled()).isEqualTo(1);

        assertThat(world.entries(container)).containsOnlyOnce("SHARES_ERASED");
        assertThat(world.trail(container).erasure()).startsWith("erased 5 of 5 issued: gone");
        assertThat(world.isDueEver(container)).isFalse();
        assertThat(world.sweep().run()).isEqualTo(NOTHING);
    }

    @Test
    void run_asksAlsoAContributorWhoseHoldingIsNotInTheCertificate() {
        int quorum = Life.THREE_OF_FIVE.quorum();
        TestContainer container = life.active(Life.THREE_OF_FIVE, quorum);
        world.clock().set(container.expiresAt());

        assertThat(world.sweep().run().settled()).isEqualTo(1);
        assertThat(world.trail(container).erased()).isEqualTo(quorum + 1);
    }

    @Test
    void run_asksForErasuresWhenTheContainerExpired() {
        TestContainer container = expired();
        world.sweep().run();

        assertThat(requests())
                .containsOnly(new TestNode.Request("/v1/erasure", container.id()))
                .hasSize(5);
    }

    @Test
    void run_bringsThePartysEndWhenTheContainerWasDelivered() {
        TestContainer container = life.delivered();

        assertThat(world.sweep().run()).isEqualTo(new SweepDue.Run(1, 0, 1, 0, 0));
        assertThat(requests())
                .containsOnly(new TestNode.Request("/v1/end", container.id()))
                .hasSize(5);
        assertThat(world.entries(container)).endsWith("CONTAINER_DELIVERED", "SHARES_ERASED");
    }

    @Test
    void run_bringsThePartysEndWhenTheContainerWasRevoked() {
        TestContainer container = life.revoked();

        assertThat(world.sweep().run()).isEqualTo(new SweepDue.Run(1, 0, 1, 0, 0));
        assertThat(requests())
                .containsOnly(new TestNode.Request("/v1/end", container.id()))
                .hasSize(5);
        assertThat(world.entries(container)).endsWith("CONTAINER_REVOKED", "SHARES_ERASED");
    }

    @Test
    void run_bringsThePartysEndHoweverLongAgoItWasSaid() {
        TestContainer container = life.revoked();
        world.clock().set(container.expiresAt() + 1);

        assertThat(world.sweep().run()).isEqualTo(new SweepDue.Run(1, 0, 1, 0, 0));
        assertThat(world.entries(container)).doesNotContain("CONTAINER_EXPIRED");
        assertThat(requests()).extracting(TestNode.Request::path).containsOnly("/v1/end");
    }

    @ParameterizedTest
    @MethodSource("lies")
    void run_recordsTheOthersAndAsksAgainWhenANodeLies(Lie lie) {
        TestContainer container = life.active();
        world.clock().forward(Duration.ofSeconds(1));
        TestContainer other = life.active();
        world.clock().set(container.expiresAt());
        container.node(2).answers(asked -> lie.about(container, other));

        assertThat(world.sweep().run()).isEqualTo(new SweepDue.Run(1, 1, 0, 0, 0));
        assertThat(world.containers().erasedRanks(container.id())).containsExactlyInAnyOrder(1, 3, 4, 5);
        assertThat(world.isDue(container, retryAt() - 1)).isFalse();
        assertThat(world.isDue(container, retryAt())).isTrue();
    }

    static Stream<Named<Lie>> lies() {
        return Stream.of(
                Named.of("nothing", (container, other) -> TestNode.Reply.SILENCE),
                Named.of("no yet", (container, other) -> TestNode.refused(ErrorCode.CONTAINER_NOT_ENDED)),
                Named.of("no JSON", (container, other) -> new TestNode.Reply(200, "<html>")),
                Named.of("another object", (container, other) -> new TestNode.Reply(200, "{\"holding\":\"x\"}")),
                Named.of("no statement", (container, other) -> TestNode.erased("rubbish")),
                Named.of("too much", (container, other) -> TestNode.erased("x".repeat(2 * 1024 * 1024))),
                Named.of("another node's word", (container, other) -> TestNode.erased(container.erasure(3))),
                Named.of(
                        "a forged word",
                        (container, other) -> TestNode.erased(container.erasure(2, keyAt(3, container)))),
                Named.of(
                        "a word for another rank",
                        (container, other) -> TestNode.erased(container.erasure(3, keyAt(2, container)))),
                Named.of(
                        "a word of another container",
                        (container, other) -> TestNode.erased(other.erasure(2, keyAt(2, container)))));
    }

    private static SigningPrivateKey keyAt(int rank, TestContainer container) {
        return container.node(rank).key();
    }

    @Test
    void run_asksOnlyTheMissingOnesWhenItIsTimeAgain() {
        TestContainer container = expired();
        container.node(2).isSilent();
        container.node(5).isSilent();
        world.sweep().run();
        assertThat(world.sweep().run()).isEqualTo(NOTHING);

        container.node(2).answersHonestly();
        container.node(5).answersHonestly();
        world.clock().set(retryAt());

        assertThat(world.sweep().run()).isEqualTo(new SweepDue.Run(1, 0, 1, 0, 0));
        assertThat(asked(container)).containsExactly(1, 2, 1, 1, 2);
        assertThat(world.entries(container)).endsWith("CONTAINER_EXPIRED", "SHARES_ERASED", "SHARES_ERASED");
        assertThat(world.trail(container).erased()).isEqualTo(5);
        assertThat(world.isDueEver(container)).isFalse();
    }

    @Test
    void run_writesNoEntryWhenNoNodeAnswers() {
        TestContainer container = expired();
        world.nodes().forEach(TestNode::isSilent);

        assertThat(world.sweep().run()).isEqualTo(new SweepDue.Run(1, 1, 0, 0, 0));
        assertThat(world.entries(container)).endsWith("CONTAINER_EXPIRED");
        assertThat(world.isDue(container, retryAt())).isTrue();
    }

    @Test
    void run_asksUntilRetentionIsOver() {
        TestContainer container = expired();
        container.node(1).isSilent();
        world.sweep().run();
        world.clock().set(retentionOver(container) - 1);

        assertThat(world.sweep().run().settled()).isZero();
        assertThat(asked(container)).containsExactly(2, 1, 1, 1, 1);
    }

    @Test
    void run_asksNobodyAnyMoreWhenRetentionIsOver() {
        TestContainer container = expired();
        container.node(1).isSilent();
        world.sweep().run();
        world.clock().set(retentionOver(container));

        assertThat(world.sweep().run()).isEqualTo(new SweepDue.Run(1, 0, 1, 0, 0));
        assertThat(asked(container)).containsExactly(1, 1, 1, 1, 1);
        assertThat(world.isDueEver(container)).isFalse();
        assertThat(world.trail(container).erasure()).isEqualTo("erased 4 of 5 issued: gone if the signers are honest");
    }

    @Test
    void run_stillRecordsTheEndWhenItComesAfterRetention() {
        TestContainer container = expired();
        world.clock().set(retentionOver(container));

        assertThat(world.sweep().run().expired()).isEqualTo(1);
        assertThat(requests()).isEmpty();
        assertThat(world.entries(container)).endsWith("CONTAINER_EXPIRED");
        assertThat(world.isDueEver(container)).isFalse();
    }

    private TestContainer expired() {
        TestContainer container = life.active();
        world.clock().set(container.expiresAt());
        return container;
    }

    private long retryAt() {
        return world.clock().seconds() + World.PATIENCE.retry().toSeconds();
    }

    private static long retentionOver(TestContainer container) {
        return container.expiresAt() + World.PATIENCE.retention().toSeconds();
    }

    private List<TestNode.Request> requests() {
        return world.nodes().stream().flatMap(node -> node.requests().stream()).toList();
    }

    /** How often the nodes were asked, by rank. */
    private static List<Integer> asked(TestContainer container) {
        return Stream.of(1, 2, 3, 4, 5)
                .map(rank -> container.node(rank).requests().size())
                .toList();
    }
}
