package dev.mayfly.domain.evidence;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.hpke.Hpke;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.domain.TestContainer;
import dev.mayfly.domain.TestDealing;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.share.Release;
import dev.mayfly.domain.share.ReleaseRequest;
import dev.mayfly.domain.statement.Issued;

/** A party's request to the node of a rank, and what that node may have answered. */
record TestRelease(TestDealing dealing, int rank, HpkePrivateKey oneTimeKey, Statement<ReleaseRequest> request) {

    static TestRelease asked(TestDealing dealing, int rank) {
        return asked(dealing, rank, HpkePrivateKey.generate(TestNetwork.RANDOM));
    }

    static TestRelease asked(TestDealing dealing, int rank, HpkePrivateKey oneTimeKey) {
        TestContainer container = dealing.container();
        ReleaseRequest request = new ReleaseRequest(
                TestNetwork.issued(container.node(rank).id()),
                container.id(),
                dealing.statement().digest(),
                oneTimeKey.publicKey());
        return new TestRelease(dealing, rank, oneTimeKey, ReleaseRequest.TYPE.sign(request, container.accessKey()));
    }

    /** What every honest node answers. */
    String honest() {
        return releasing(dealing.dealt().share(rank));
    }

    /** Some share, sealed as it should be. */
    String releasing(Share share) {
        return sealing(info(rank), share.encode());
    }

    /** A share of this rank that nobody dealt. */
    Share forged() {
        return Share.of(rank, Opening.random(TestNetwork.RANDOM));
    }

    Bytes info(int sealedRank) {
        TestContainer container = dealing.container();
        return Sealing.RELEASE.info(container.id(), container.node(rank).id(), sealedRank);
    }

    String sealing(Bytes info, SecretBytes plaintext) {
        return sealed(Hpke.seal(oneTimeKey.publicKey(), info, plaintext, TestNetwork.RANDOM));
    }

    /** Any ciphertext, in an honest statement of this node's. */
    String sealed(Bytes sealed) {
        return signed(new Release(
                TestNetwork.issued(Issued.PARTIES),
                dealing.container().id(),
                rank,
                dealing.statement().digest(),
                request.digest(),
                sealed));
    }

    /** The share of this rank, sealed to this request's key. */
    Bytes sealedShare() {
        try (SecretBytes share = dealing.dealt().share(rank).encode()) {
            return Hpke.seal(oneTimeKey.publicKey(), info(rank), share, TestNetwork.RANDOM);
        }
    }

    /** The right share in a statement about something else. */
    String naming(Bytes containerId, int otherRank, Bytes dealingDigest) {
        return signed(new Release(
                TestNetwork.issued(Issued.PARTIES),
                containerId,
                otherRank,
                dealingDigest,
                request.digest(),
                sealedShare()));
    }

    String signed(Release release) {
        return signed(release, dealing.container().nodeKey(rank));
    }

    String signed(Release release, SigningPrivateKey key) {
        return Release.TYPE.sign(release, key).compact();
    }

    ReleaseEvidence evidence(String release) {
        TestContainer container = dealing.container();
        TestNetwork network = container.network();
        return new ReleaseEvidence(
                container.fields().encoded(),
                container.drawn().proof().bytes(),
                network.signed(network.registry()),
                dealing.statement().compact(),
                request.compact(),
                release,
                scalar(oneTimeKey));
    }

    static Bytes scalar(HpkePrivateKey key) {
        try (SecretBytes scalar = key.scalar()) {
            return Bytes.of(scalar.toByteArray());
        }
    }
}
