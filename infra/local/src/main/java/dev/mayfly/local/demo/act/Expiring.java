package dev.mayfly.local.demo.act;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.local.demo.story.Evidence;
import dev.mayfly.local.demo.story.Storyteller;
import dev.mayfly.local.demo.world.Waiting;
import dev.mayfly.local.demo.world.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A container ends because its time is over, and for no other reason. */
public final class Expiring implements Act {
    private static final Duration SHORTEST = Duration.ofSeconds(6);
    private static final Duration SLOW = Duration.ofSeconds(-30);

    /** It lives as long as a slow machine needs to fill and read it, going by the container before. */
    private static final int MARGIN = 2;

    private final World world;
    private final Reading before;

    /** Goes by how long {@code before} took. */
    public Expiring(World world, Reading before) {
        this.world = world;
        this.before = before;
    }

    @Override
    public void play(Storyteller story) {
        story.step("container-expired", "Another container runs out, and nobody tells anyone", this::expire);
    }

    private void expire(Evidence evidence) throws Exception {
        Bytes containerId;
        try (SecretBytes message = world.content()) {
            containerId = world.alice().send(world.bobAsAliceKnowsHim(), lifetime(), World.THRESHOLD, message);
        }
        MayflyClient bob = world.bob();
        try (FetchedMessage fetched = bob.fetch(bob.inbox().get(0))) {
            bob.unseal(fetched).close();
            Waiting.until(
                    Instant.ofEpochSecond(fetched.container().drawn().fields().expiresAt()));
            world.ended(containerId, ContainerState.EXPIRED);
            MayflyClient slowBob = world.network().connect(world.bobKeys(), Clock.offset(Clock.systemUTC(), SLOW));
            evidence.note("client", Refused.ended(() -> bob.unseal(fetched).close()))
                    .note("nodes", Refused.ended(() -> slowBob.unseal(fetched).close()))
                    .note("state", bob.status(fetched.container()));
        }
    }

    private Duration lifetime() {
        Duration needed = before.took().multipliedBy(MARGIN);
        return needed.compareTo(SHORTEST) > 0 ? needed : SHORTEST;
    }
}
