package dev.mayfly.cli.golden;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.crypto.vrf.VrfProof;
import dev.mayfly.crypto.vss.Commitments;
import dev.mayfly.crypto.vss.Dealer;
import dev.mayfly.crypto.vss.Dealt;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.dealing.Contribution;
import dev.mayfly.domain.dealing.DealingStatement;
import dev.mayfly.domain.dealing.Holding;
import dev.mayfly.domain.identity.PartyCommitment;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.Salts;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.selection.Committee;
import dev.mayfly.domain.selection.Draw;
import dev.mayfly.domain.statement.Issued;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** One small network, two users and one container with its dealing, the same in every run. */
final class World {
    static final String NAME = "vectors";
    static final long NOW = 1_800_000_000L;
    static final int STANDBYS = 1;
    static final Threshold THRESHOLD = new Threshold(3, 5);
    static final List<Integer> CONTRIBUTORS = List.of(1, 2, 4, 5);
    static final String VRF = "vrf key";
    static final String ADMIN = "admin";
    static final String ACCESS = "access key";

    /** A user: its keys and salts are drawn from the name. */
    record User(String name, UserId id) {
        SigningPrivateKey signing() {
            return Drawn.signing(name + " signing");
        }

        HpkePrivateKey encryption() {
            return Drawn.hpke(name + " encryption");
        }

        PublicKeys keys() {
            return new PublicKeys(signing().publicKey(), encryption().publicKey());
        }

        Salts salts() {
            return new Salts(Drawn.bytes(name + " id salt", 64), Drawn.bytes(name + " key salt", 64));
        }
    }

    static final User ALICE = new User("alice", new UserId("https://id.example", "alice"));
    static final User BOB = new User("bob", new UserId("https://id.example", "Böb ✉"));

    private World() {}

    static Issued issued(String audience, String about) {
        return new Issued(NAME, audience, NOW, Drawn.bytes("jti " + about, 64));
    }

    /** Eight nodes; two of them have one operator. */
    static Registry registry() {
        return new Registry(
                NAME, 1, IntStream.rangeClosed(1, 8).mapToObj(World::node).toList());
    }

    private static NodeRecord node(int number) {
        String id = "node-" + number;
        return new NodeRecord(
                id,
                number == 8 ? "operator-1" : "operator-" + number,
                URI.create("https://" + id + ".example/"),
                Drawn.signing(id).publicKey(),
                Drawn.bytes(id + " witness", 32));
    }

    static ContainerFields fields() {
        return new ContainerFields(
                NAME,
                Role.SENDER,
                Drawn.bytes("nonce", 32),
                PartyCommitment.of(Role.SENDER, ALICE.id(), ALICE.keys(), ALICE.salts()),
                PartyCommitment.of(Role.RECEIVER, BOB.id(), BOB.keys(), BOB.salts()),
                Drawn.signing(ACCESS).publicKey(),
                NOW,
                NOW + 3600,
                THRESHOLD,
                registry().digest());
    }

    static Bytes containerId() {
        return fields().id();
    }

    static VrfProof proof() {
        try (VrfPrivateKey key = Drawn.vrf(VRF)) {
            return Draw.prove(containerId(), key);
        }
    }

    static Committee committee() {
        return Committee.draw(proof().beta(), registry(), THRESHOLD.n(), STANDBYS)
                .orElseThrow();
    }

    static String nodeAt(int rank) {
        return committee().at(rank).orElseThrow().id();
    }

    static Opening contributed(int rank) {
        return Drawn.opening("contribution " + rank);
    }

    static Statement<Contribution> contribution(int rank) {
        return Contribution.TYPE.sign(
                new Contribution(
                        issued(Issued.PUBLIC, "contribution " + rank),
                        containerId(),
                        rank,
                        contributed(rank).commit(),
                        NOW + 3600,
                        Drawn.hpke("epoch key " + rank).publicKey()),
                Drawn.signing(nodeAt(rank)));
    }

    /** The coefficients behind the secret are the ones that {@link #coefficient} names. */
    static Dealt dealt() {
        Opening sum = Opening.sum(CONTRIBUTORS.stream().map(World::contributed).toList());
        return Dealer.deal(sum, THRESHOLD.k(), CONTRIBUTORS, Drawn.random("coefficients"));
    }

    /** a_j and b_j as the dealer drew them. */
    static Opening coefficient(int j) {
        var random = Drawn.random("coefficients");
        Opening drawn =
                Opening.sum(CONTRIBUTORS.stream().map(World::contributed).toList());
        for (int i = 0; i < j; i++) {
            drawn = Opening.random(random);
        }
        return drawn;
    }

    static Statement<DealingStatement> dealing() {
        Commitments commitments = dealt().commitments();
        return DealingStatement.TYPE.sign(
                new DealingStatement(
                        issued(Issued.PUBLIC, "dealing"),
                        containerId(),
                        CONTRIBUTORS.stream()
                                .map(rank -> contribution(rank).compact())
                                .toList(),
                        commitments.bytes()),
                Drawn.signing(ACCESS));
    }

    static Statement<Holding> holding(int rank) {
        return Holding.TYPE.sign(
                new Holding(
                        issued(Issued.PUBLIC, "holding " + rank),
                        containerId(),
                        rank,
                        dealing().digest()),
                Drawn.signing(nodeAt(rank)));
    }
}
