package dev.mayfly.local.demo.act;

import dev.mayfly.client.container.Ending;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.client.message.SentMessage;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.local.demo.story.Evidence;
import dev.mayfly.local.demo.story.Storyteller;
import dev.mayfly.local.demo.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The message goes into the container, out of it though nodes die, and is gone once Bob confirms. */
public final class Reading implements Act {
    private final World world;
    private final Opening opening;
    private SentMessage sent;
    private CoordinatorApi.InboxItem waiting;
    private FetchedMessage fetched;
    private ReceivedMessage received;
    private Duration took;

    /** Reads what is sent in the container of {@code opening}. */
    public Reading(World world, Opening opening) {
        this.world = world;
        this.opening = opening;
    }

    @Override
    public void play(Storyteller story) {
        story.step("message-sent", "Alice seals the file and stores it", this::send);
        story.step("nodes-killed", "All but three of the nodes that hold a share are killed", this::kill);
        story.step("message-received", "Bob derives the same key on his own and opens the file", this::receive);
        story.step("container-delivered", "Bob confirms; the live nodes erase their shares", this::confirm);
        story.step("decrypt-refused", "Bob cannot open it again", this::refuse);
        story.step("nodes-revived", "The killed nodes come back, with all they had", this::revive);
    }

    /** How long a message took from the opening of its container to its reader. */
    Duration took() {
        return took;
    }

    private void send(Evidence evidence) throws Exception {
        try (SecretBytes message = world.content()) {
            sent = world.alice().send(opening.container(), opening.dealing(), message);
            evidence.note("keyCommitment", sent.keyCommitment())
                    .note("plainBytes", message.size())
                    .note("sealedCharacters", sent.length());
        }
    }

    private void kill(Evidence evidence) {
        List<String> holders = opening.holders();
        world.kill(holders.subList(World.THRESHOLD.k(), holders.size()));
        evidence.note("killed", world.killed()).note("left", holders.subList(0, World.THRESHOLD.k()));
    }

    private void receive(Evidence evidence) throws Exception {
        waiting = world.bob().inbox().get(0);
        fetched = world.keep(world.bob().fetch(waiting));
        received = world.keep(world.bob().unseal(fetched));
        took = Duration.between(opening.begun(), Instant.now());
        evidence.require(received.keyCommitment().equals(sent.keyCommitment()), "both derived the same key");
        try (SecretBytes expected = world.content()) {
            evidence.require(received.content().sameAs(expected), "the file is the same, byte for byte");
        }
        evidence.note("keyCommitment", received.keyCommitment())
                .note("plainBytes", received.content().size());
    }

    private void confirm(Evidence evidence) {
        Ending ending = world.bob().confirm(received);
        world.ended(waiting.containerId(), ContainerState.DELIVERED);
        evidence.require(ending.erased() == World.THRESHOLD.k(), "every live node of the committee erased its share");
        evidence.note("state", ending.state()).note("erased", ending.erased()).note("issued", ending.issued());
    }

    private void refuse(Evidence evidence) {
        long held = world.network().sharesHeld(waiting.containerId());
        evidence.note("nodes", Refused.ended(() -> world.bob().unseal(fetched).close()))
                .note(
                        "coordinator",
                        Refused.ended(() -> world.bob().fetch(waiting).close()))
                .note("sharesOnLiveNodes", held - world.killed().size());
        evidence.require(world.bob().inbox().isEmpty(), "nothing waits for Bob any more");
    }

    private void revive(Evidence evidence) {
        evidence.note("revived", world.killed());
        world.revive();
    }
}
