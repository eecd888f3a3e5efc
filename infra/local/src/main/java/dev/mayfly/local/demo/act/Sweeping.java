package dev.mayfly.local.demo.act;

import dev.mayfly.domain.audit.LedgerReport;
import dev.mayfly.local.demo.story.Evidence;
import dev.mayfly.local.demo.story.Storyteller;
import dev.mayfly.local.demo.world.Waiting;
import dev.mayfly.local.demo.world.World;
import java.util.List;

/** The expiry sweep does its work on everything that ended. */
public final class Sweeping implements Act {
    private final World world;

    /** Looks at what ended in {@code world}. */
    public Sweeping(World world) {
        this.world = world;
    }

    @Override
    public void play(Storyteller story) {
        story.step("ends-recorded", "The sweep records the ends and gathers what the nodes sign", this::sweep);
    }

    private void sweep(Evidence evidence) {
        Waiting.until(
                () -> trails().stream().allMatch(trail -> trail.state().isEnd() && trail.erased() == trail.issued()));
        evidence.require(trails().size() == world.ends().size(), "every container of the story has ended");
        for (LedgerReport.Trail trail : trails()) {
            evidence.require(
                    trail.state() == world.ends().get(trail.containerId()), "the ledger shows how each of them ended");
            evidence.note(trail.containerId().toBase64Url(), trail.state().label() + ", " + trail.erasure());
        }
    }

    private List<LedgerReport.Trail> trails() {
        return world.ledger().verify().containers();
    }
}
