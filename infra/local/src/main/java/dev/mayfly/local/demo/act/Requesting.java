package dev.mayfly.local.demo.act;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.container.Ending;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.client.party.Contact;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.local.demo.story.Evidence;
import dev.mayfly.local.demo.story.Storyteller;
import dev.mayfly.local.demo.world.World;
import java.time.Duration;

/** Whoever wants to receive something opens the container. */
public final class Requesting implements Act {
    private static final Duration DAY = Duration.ofDays(1);

    private final World world;
    private Bytes containerId;

    /** An act of its own, with both of the people. */
    public Requesting(World world) {
        this.world = world;
    }

    @Override
    public void play(Storyteller story) {
        story.step("container-requested", "Bob opens a container to ask Alice for something", this::request);
        story.step("request-answered", "Alice finds it, verifies it and answers in it; Bob reads", this::answer);
    }

    private void request(Evidence evidence) throws Exception {
        Contact alice = world.bob().lookUp(world.aliceKeys().user());
        containerId = world.bob().request(alice, DAY, World.THRESHOLD);
        CoordinatorApi.InboxItem waiting = world.alice().toFill().get(0);
        evidence.require(waiting.containerId().equals(containerId), "it waits for Alice to fill it");
        evidence.require(world.bob().toRead().isEmpty(), "there is nothing for Bob to read yet");
        evidence.note("containerId", containerId).note("state", waiting.state());
    }

    private void answer(Evidence evidence) throws Exception {
        try (ActiveContainer asked = world.alice().join(world.alice().toFill().get(0));
                SecretBytes answer = world.content()) {
            evidence.note("keyCommitment", world.alice().send(asked, answer).keyCommitment());
        }
        try (FetchedMessage fetched = world.bob().fetch(world.bob().toRead().get(0));
                ReceivedMessage received = world.bob().unseal(fetched);
                SecretBytes expected = world.content()) {
            evidence.require(received.content().sameAs(expected), "Bob reads what Alice answered, byte for byte");
            Ending ending = world.bob().confirm(received);
            world.ended(containerId, ContainerState.DELIVERED);
            evidence.note("state", ending.state())
                    .note("erased", ending.erased())
                    .note("issued", ending.issued());
        }
        evidence.require(world.alice().find(containerId).isEmpty(), "it has left both their mailboxes");
    }
}
