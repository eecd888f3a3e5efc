package dev.mayfly.local.demo;

import dev.mayfly.local.demo.act.Act;
import dev.mayfly.local.demo.act.Auditing;
import dev.mayfly.local.demo.act.Expiring;
import dev.mayfly.local.demo.act.Founding;
import dev.mayfly.local.demo.act.Lying;
import dev.mayfly.local.demo.act.Opening;
import dev.mayfly.local.demo.act.Reading;
import dev.mayfly.local.demo.act.Requesting;
import dev.mayfly.local.demo.act.Revoking;
import dev.mayfly.local.demo.act.Sweeping;
import dev.mayfly.local.demo.story.Storyteller;
import dev.mayfly.local.demo.world.World;
import java.util.List;

/** The story: Alice sends Bob something that stops being readable. Its acts, in order, in one world. */
final class Demo {
    private final List<Act> acts;

    Demo(World world) {
        Opening opening = new Opening(world);
        Reading reading = new Reading(world, opening);
        acts = List.of(
                new Founding(world),
                opening,
                reading,
                new Lying(world),
                new Revoking(world),
                new Requesting(world),
                new Expiring(world, reading),
                new Sweeping(world),
                new Auditing(world));
    }

    void play(Storyteller story) {
        acts.forEach(act -> act.play(story));
    }
}
