package dev.mayfly.local.demo.act;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.evidence.Misbehaviour;
import dev.mayfly.domain.evidence.ReleaseEvidence;
import dev.mayfly.local.demo.story.Evidence;
import dev.mayfly.local.demo.story.Storyteller;
import dev.mayfly.local.demo.world.Waiting;
import dev.mayfly.local.demo.world.World;
import dev.mayfly.local.fault.Behaviour;
import dev.mayfly.local.fault.FaultProxy;
import dev.mayfly.local.fault.Lies;
import dev.mayfly.local.network.LocalNetwork;
import dev.mayfly.local.network.LocalNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A node lies. Bob reads all the same, and can prove to anybody who it was. */
public final class Lying implements Act {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long REGISTRY = 2;

    private final World world;
    private final Map<String, FaultProxy> proxies = new TreeMap<>();

    /** Has a node of {@code world} lie. */
    public Lying(World world) {
        this.world = world;
    }

    @Override
    public void play(Storyteller story) {
        story.step("nodes-moved", "The nodes move behind proxies that can misbehave; the registry says so", this::move);
        story.step("lie-survived", "One node signs a share that nobody dealt; Bob reads and can prove it", this::lie);
    }

    private void move(Evidence evidence) throws Exception {
        LocalNetwork network = world.network();
        for (LocalNode node : network.nodes()) {
            proxies.put(node.id(), network.proxy(node));
        }
        network.publishRegistry(REGISTRY);
        evidence.require(world.ledger().registry().version() == REGISTRY, "the ledger shows the new registry");
        evidence.note("version", REGISTRY);
    }

    private void lie(Evidence evidence) throws Exception {
        MayflyClient bob = world.bob();
        try (SecretBytes message = world.content()) {
            Bytes containerId = world.alice().send(world.bobAsAliceKnowsHim(), HOUR, World.THRESHOLD, message);
            try (FetchedMessage fetched = bob.fetch(bob.find(containerId).orElseThrow())) {
                DrawnContainer drawn = fetched.container().drawn();
                int rank = fetched.container().certificate().holdings().firstKey();
                LocalNode liar = world.network()
                        .node(drawn.committee().at(rank).orElseThrow().id());
                try (Lies lies = liar.lies();
                        ReceivedMessage received = lyingWith(lies, liar, bob, fetched)) {
                    evidence.require(received.content().sameAs(message), "Bob reads what Alice sent");
                    evidence.note("evidence", convicted(evidence, drawn, rank, liar));
                    bob.confirm(received);
                }
                world.ended(drawn.id(), ContainerState.DELIVERED);
            }
        }
    }

    private ReceivedMessage lyingWith(Lies lies, LocalNode liar, MayflyClient bob, FetchedMessage fetched)
            throws Exception {
        FaultProxy proxy = proxies.get(liar.id());
        proxy.behave(lies.wrongShare());
        return bob.unseal(fetched);
    }

    /** Where Bob's client put what it caught, which may be a moment after it had enough good answers. */
    private Path convicted(Evidence evidence, DrawnContainer drawn, int rank, LocalNode liar) throws Exception {
        Path file = world.network().evidence().resolve("evidence-%s-%d.json".formatted(drawn.id(), rank));
        Waiting.until(() -> Files.exists(file));
        proxies.get(liar.id()).behave(Behaviour.HONEST);
        Misbehaviour proven = ReleaseEvidence.parse(Files.readAllBytes(file))
                .prove(world.network().network());
        evidence.require(proven.nodeId().equals(liar.id()), "the file convicts the node that lied");
        evidence.note("lied", proven.nodeId()).note("how", proven.what());
        return file.getFileName();
    }
}
