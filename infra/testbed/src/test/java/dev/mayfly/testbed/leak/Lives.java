package dev.mayfly.testbed.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.container.OpenedContainer;
import dev.mayfly.client.entropy.AgreedDealing;
import dev.mayfly.client.entropy.Contributed;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vss.Dealer;
import dev.mayfly.crypto.vss.Dealt;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.testbed.Plan;
import dev.mayfly.testbed.role.Person;
import dev.mayfly.testbed.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SortedMap;

/** What two people do with containers, each of which ends in another way, while their secrets are noted. */
final class Lives {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Threshold THRESHOLD = Plan.SMALL.threshold();
    private static final byte[] CONTENT = "what only the two of them may read".getBytes(StandardCharsets.UTF_8);

    private final TappedNetwork network;
    private final Secrets secrets;
    private final Person alice;
    private final Person bob;

    Lives(TappedNetwork network) throws Exception {
        this.network = network;
        this.secrets = network.secrets();
        this.alice = network.person("alice whom nobody names");
        this.bob = network.person("bob whom nobody names");
        secrets.add("content", CONTENT);
    }

    /** A message that is sent, read and confirmed. */
    void deliver() throws Exception {
        receive(sent());
    }

    /** The same in a container that its receiver opened. */
    void fill() throws Exception {
        Bytes container = bob.client().request(bob.client().lookUp(alice.keys().user()), HOUR, THRESHOLD);
        network.containers().add(container);
        try (ActiveContainer active = alice.client().join(alice.waiting(container));
                SecretBytes content = SecretBytes.copyOf(CONTENT)) {
            alice.client().send(active, content);
        }
        receive(container);
    }

    /** A message that is taken back. */
    void revoke() throws Exception {
        try (ActiveContainer active = alice.client().join(alice.waiting(sent()))) {
            note(alice, active);
            alice.client().revoke(active);
        }
    }

    /** A message that nobody reads, until the sweep ends it. Afterwards all that the parties drew is noted. */
    void expire() throws Exception {
        try (ActiveContainer active = bob.client().join(bob.waiting(sent()))) {
            note(bob, active);
        }
        network.testbed().clocks().forward(HOUR);
        network.testbed().sweep().run();
        network.draws().secrets().forEach(draw -> secrets.add("drawn for " + draw.what(), draw.bytes()));
        alice.close();
        bob.close();
    }

    private Bytes sent() throws Exception {
        try (OpenedContainer opened =
                alice.client().open(alice.client().lookUp(bob.keys().user()), HOUR, THRESHOLD)) {
            SortedMap<Integer, Contributed> contributions = alice.client().gather(opened);
            int drawn = network.draws().secrets().size();
            try (AgreedDealing dealing = alice.client().deal(opened, contributions);
                    SecretBytes content = SecretBytes.copyOf(CONTENT)) {
                noteShares(contributions, drawn, dealing);
                alice.client().send(alice.client().activate(opened, dealing), dealing, content);
            }
            network.containers().add(opened.drawn().id());
            return opened.drawn().id();
        }
    }

    private void receive(Bytes container) throws Exception {
        try (FetchedMessage fetched = bob.fetch(container);
                ReceivedMessage received = bob.client().unseal(fetched)) {
            note(bob, fetched.container());
            bob.client().confirm(received);
        }
    }

    /** The contributions, and the shares as the dealer made them from what it drew next. */
    private void noteShares(SortedMap<Integer, Contributed> contributions, int drawn, AgreedDealing dealing) {
        contributions.values().forEach(contributed -> secrets.add("contribution", contributed.opening()));
        try (Opening sum = Opening.sum(contributions.values().stream()
                        .map(Contributed::opening)
                        .toList());
                Dealt dealt = Dealer.deal(
                        sum,
                        THRESHOLD.k(),
                        contributions.keySet(),
                        network.draws().again(drawn))) {
            assertThat(dealt.commitments().bytes())
                    .isEqualTo(dealing.certificate().dealing().commitments().bytes());
            contributions
                    .keySet()
                    .forEach(rank -> secrets.add("share", dealt.share(rank).value()));
        }
    }

    private void note(Person me, ActiveContainer active) {
        network.noteEpochKeys(active.drawn().fields());
        secrets.add(
                active,
                me.keys(),
                network.network(),
                me.party().clock(),
                me.party().random());
    }
}
