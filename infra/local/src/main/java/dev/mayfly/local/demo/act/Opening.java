package dev.mayfly.local.demo.act;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.container.OpenedContainer;
import dev.mayfly.client.entropy.AgreedDealing;
import dev.mayfly.client.entropy.Contributed;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.local.demo.story.Evidence;
import dev.mayfly.local.demo.story.Storyteller;
import dev.mayfly.local.demo.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** Alice opens a container for Bob, step by step, until it can carry a message. */
public final class Opening implements Act {
    private static final Duration DAY = Duration.ofDays(1);

    private final World world;
    private Instant begun;
    private OpenedContainer opened;
    private SortedMap<Integer, Contributed> contributions;
    private AgreedDealing dealing;
    private ActiveContainer active;

    /** Opens in {@code world}. */
    public Opening(World world) {
        this.world = world;
    }

    @Override
    public void play(Storyteller story) {
        story.step("container-opened", "Alice opens a container for Bob, 3 of 5, for a day", this::open);
        story.step("committee-verified", "Both verify the draw: VRF proof and ranks", this::verifyCommittee);
        story.step("entropy-contributed", "The committee contributes entropy", this::gather);
        story.step("shares-held", "Alice deals the shares; each node checks and keeps its own", this::deal);
        story.step("container-activated", "A quorum of holdings activates the container", this::activate);
    }

    /** When it began. */
    Instant begun() {
        return begun;
    }

    /** The container, active by now. */
    ActiveContainer container() {
        return active;
    }

    /** Its dealing. */
    AgreedDealing dealing() {
        return dealing;
    }

    /** The nodes that hold a share of it, by rank. */
    List<String> holders() {
        return dealing.certificate().holdings().keySet().stream()
                .map(rank -> opened.drawn().committee().at(rank).orElseThrow().id())
                .toList();
    }

    private void open(Evidence evidence) throws Exception {
        begun = Instant.now();
        opened = world.keep(world.alice().open(world.bobAsAliceKnowsHim(), DAY, World.THRESHOLD));
        evidence.note("containerId", opened.drawn().id())
                .note("expiresAt", Instant.ofEpochSecond(opened.drawn().fields().expiresAt()));
    }

    private void verifyCommittee(Evidence evidence) throws Exception {
        CoordinatorApi.InboxItem item = world.bob().inbox().get(0);
        try (Invitation invitation = Invitation.open(
                item.invitation(), item.containerId(), world.bobKeys().encryption())) {
            EntryBody.ContainerCreated entry = world.ledger().created(item.containerId());
            DrawnContainer asBobSees = DrawnContainer.verify(
                    invitation.fields(),
                    entry.proof(),
                    world.network().network(),
                    world.ledger().registry());
            evidence.require(asBobSees.equals(opened.drawn()), "Bob computes the committee that Alice computed");
            evidence.note("proof", entry.proof()).note("committee", members(asBobSees));
        }
    }

    private void gather(Evidence evidence) {
        contributions = world.alice().gather(opened);
        contributions.values().forEach(world::keep);
        evidence.note("contributed", List.copyOf(contributions.keySet())).note("needed", World.THRESHOLD.quorum());
    }

    private void deal(Evidence evidence) {
        dealing = world.keep(world.alice().deal(opened, contributions));
        evidence.note("dealingDigest", dealing.certificate().dealing().digest())
                .note("holding", List.copyOf(dealing.certificate().holdings().keySet()));
    }

    private void activate(Evidence evidence) {
        active = world.alice().activate(opened, dealing);
        String state = world.alice().status(active);
        evidence.require(state.equals("active"), "the coordinator calls it active");
        evidence.note("state", state);
    }

    private static List<String> members(DrawnContainer container) {
        return container.committee().ranked().stream()
                .limit(container.committee().size())
                .map(NodeRecord::id)
                .toList();
    }
}
