package dev.mayfly.local.demo.act;

import dev.mayfly.client.party.Contact;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.local.demo.story.Evidence;
import dev.mayfly.local.demo.story.Storyteller;
import dev.mayfly.local.demo.world.World;
import dev.mayfly.local.network.LocalNode;

/** A network comes into being, and two people join it. */
public final class Founding implements Act {
    private static final int NODES = 7;

    private final World world;

    /** Founds the network of {@code world}. */
    public Founding(World world) {
        this.world = world;
    }

    @Override
    public void play(Storyteller story) {
        story.step(
                "network-up", "A network starts: database, coordinator, seven nodes of seven operators", this::start);
        story.step("nodes-registered", "The admin's registry of nodes goes on the ledger", this::registerNodes);
        story.step("keys-registered", "Alice and Bob register their keys", this::registerKeys);
    }

    private void start(Evidence evidence) {
        world.start(NODES);
        evidence.note("coordinator", world.network().network().coordinator())
                .note(
                        "nodes",
                        world.network().nodes().stream().map(LocalNode::id).toList());
    }

    private void registerNodes(Evidence evidence) throws Exception {
        world.network().publishRegistry(1);
        Registry registry = world.ledger().registry();
        evidence.require(registry.nodes().size() == NODES, "all nodes stand on the ledger");
        evidence.note("registryDigest", registry.digest()).note("version", registry.version());
    }

    private void registerKeys(Evidence evidence) throws Exception {
        world.introduce();
        Contact alice = world.alice().register();
        Contact bob = world.bob().register();
        world.know(world.alice().lookUp(world.bobKeys().user()));
        evidence.require(
                world.bobAsAliceKnowsHim().keys().equals(bob.keys()), "Alice is told the keys that Bob registered");
        evidence.require(
                world.ledger().shows(alice.entries()) && world.ledger().shows(bob.entries()),
                "both registrations stand on the ledger");
        evidence.note("alice", alice.index()).note("bob", bob.index());
    }
}
