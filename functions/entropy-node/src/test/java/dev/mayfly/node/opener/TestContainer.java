package dev.mayfly.node.opener;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.vrf.VrfProof;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.dealing.ContributeRequest;
import dev.mayfly.domain.identity.PartyCommitment;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.selection.Committee;
import dev.mayfly.domain.selection.Draw;
import dev.mayfly.domain.share.End;
import dev.mayfly.domain.share.ReleaseRequest;
import dev.mayfly.domain.statement.Issued;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Predicate;

/** A container as its opener sees it, with the coordinator's draw; signs what its access key may say. */
public record TestContainer(ContainerFields fields, SigningPrivateKey accessKey, VrfProof draw, Committee committee) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What an opener may get wrong; {@code wanted} is what the draw must give, so that the nonce is chosen until it does. */
    public record Plan(String network, Registry registry, long issuedAt, long expiresAt, Predicate<Committee> wanted) {
        public Plan withNetwork(String other) {
            return new Plan(other, registry, issuedAt, expiresAt, wanted);
        }

        public Plan withTimes(long issued, long expires) {
            return new Plan(network, registry, issued, expires, wanted);
        }

        public Plan withDraw(Predicate<Committee> other) {
            return new Plan(network, registry, issuedAt, expiresAt, other);
        }
    }

    /** Opens a container as planned. */
    public static TestContainer open(Plan plan) {
        SigningPrivateKey accessKey = SigningPrivateKey.generate(RANDOM);
        while (true) {
            ContainerFields fields = fields(plan, accessKey);
            VrfProof proof = Draw.prove(fields.id(), TestNetwork.vrf());
            Committee committee = Committee.draw(proof.beta(), plan.registry, TestNetwork.THRESHOLD.n(), 1)
                    .orElseThrow();
            if (plan.wanted.test(committee)) {
                return new TestContainer(fields, accessKey, proof, committee);
            }
        }
    }

    public Bytes id() {
        return fields.id();
    }

    public Bytes proof() {
        return draw.bytes();
    }

    /** Rank of the node under test. */
    public int rank() {
        return committee.rankOf(TestNetwork.OWN_ID).orElseThrow();
    }

    public String contribute(HpkePublicKey oneTimeKey, Clock clock) {
        return contribute(oneTimeKey, clock, proof(), accessKey);
    }

    public String contribute(HpkePublicKey oneTimeKey, Clock clock, Bytes proof, SigningPrivateKey signer) {
        var claims = new ContributeRequest(issued(TestNetwork.OWN_ID, clock), id(), fields, proof, oneTimeKey);
        return ContributeRequest.TYPE.sign(claims, signer).compact();
    }

    public ReleaseRequest releaseRequest(Bytes dealing, HpkePublicKey oneTimeKey, Clock clock) {
        return new ReleaseRequest(issued(TestNetwork.OWN_ID, clock), id(), dealing, oneTimeKey);
    }

    public String end(SigningPrivateKey signer, Clock clock) {
        return End.TYPE.sign(new End(issued(Issued.NODES, clock), id()), signer).compact();
    }

    public static Issued issued(String audience, Clock clock) {
        return Issued.now(TestNetwork.NAME, audience, clock, RANDOM);
    }

    private static ContainerFields fields(Plan plan, SigningPrivateKey accessKey) {
        return new ContainerFields(
                plan.network,
                Role.SENDER,
                Bytes.random(RANDOM, ContainerFields.NONCE_BYTES),
                someone(),
                someone(),
                accessKey.publicKey(),
                plan.issuedAt,
                plan.expiresAt,
                TestNetwork.THRESHOLD,
                plan.registry.digest());
    }

    private static PartyCommitment someone() {
        return new PartyCommitment(Bytes.random(RANDOM, 32), Bytes.random(RANDOM, 32));
    }
}
