package dev.mayfly.local.demo.act;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.container.Ending;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.local.demo.story.Evidence;
import dev.mayfly.local.demo.story.Storyteller;
import dev.mayfly.local.demo.world.World;
import java.time.Duration;

/** Alice changes her mind before Bob has read. */
public final class Revoking implements Act {
    private static final Duration HOUR = Duration.ofHours(1);

    private final World world;

    /** Revokes in {@code world}. */
    public Revoking(World world) {
        this.world = world;
    }

    @Override
    public void play(Storyteller story) {
        story.step("container-revoked", "Alice revokes a message; the nodes erase, and Bob gets nothing", this::revoke);
    }

    private void revoke(Evidence evidence) throws Exception {
        Bytes containerId;
        try (SecretBytes message = world.content()) {
            containerId = world.alice().send(world.bobAsAliceKnowsHim(), HOUR, World.THRESHOLD, message);
        }
        CoordinatorApi.InboxItem waiting = world.bob().find(containerId).orElseThrow();
        try (FetchedMessage bobs = world.bob().fetch(waiting);
                ActiveContainer alices =
                        world.alice().join(world.alice().find(containerId).orElseThrow())) {
            Ending ending = world.alice().revoke(alices);
            world.ended(containerId, ContainerState.REVOKED);
            evidence.require(ending.erased() == ending.issued(), "every node of the committee erased its share");
            evidence.note("state", ending.state())
                    .note("erased", ending.erased())
                    .note("issued", ending.issued());
            evidence.note("nodes", Refused.ended(() -> world.bob().unseal(bobs).close()))
                    .note(
                            "coordinator",
                            Refused.ended(() -> world.bob().fetch(waiting).close()));
        }
    }
}
