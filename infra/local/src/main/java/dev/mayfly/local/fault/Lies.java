package dev.mayfly.local.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.Hpke;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.dealing.ContributeRequest;
import dev.mayfly.domain.dealing.Contribution;
import dev.mayfly.domain.dealing.SealedOpening;
import dev.mayfly.domain.share.Release;
import dev.mayfly.domain.share.ReleaseRequest;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.domain.wire.WireJson;
import java.io.IOException;
import java.security.SecureRandom;

/** What a node can say that its own key has to sign, in the place of what it says honestly. Whatever it refuses stays refused. */
public final class Lies implements AutoCloseable {
    private static final ObjectMapper JSON = WireJson.mapper();

    private final String nodeId;
    private final SigningPrivateKey key;
    private final SecureRandom random;

    /** Lies in the name of a node, whose key is closed with this. */
    public Lies(String nodeId, SigningPrivateKey key, SecureRandom random) {
        this.nodeId = nodeId;
        this.key = key;
        this.random = random;
    }

    /** Releases a share that nobody dealt. */
    public Behaviour wrongShare() {
        return releasing((honest, to) -> seal(to, honest.containerId(), honest.rank(), forged(honest.rank())));
    }

    /** Releases a share as one of another container's. */
    public Behaviour shareOfAnotherContainer() {
        return releasing((honest, to) -> seal(to, Bytes.random(random, 32), honest.rank(), forged(honest.rank())));
    }

    /** Releases the share of another rank. */
    public Behaviour wrongIndex() {
        return releasing((honest, to) -> seal(to, honest.containerId(), honest.rank(), forged(honest.rank() + 1)));
    }

    /** Releases a ciphertext whose ephemeral key is no point. */
    public Behaviour malformedPoint() {
        return releasing((honest, to) -> Bytes.of(new byte[honest.sealed().size()]));
    }

    /** Contributes something that does not open as it says. */
    public Behaviour forgedContribution() {
        return contributing((asked, honest) -> {
            Contribution said =
                    Contribution.TYPE.verifyEmbedded(honest.contribution()).claims();
            try (Opening other = Opening.random(random)) {
                Bytes sealed =
                        SealedOpening.seal(other, said.containerId(), nodeId, said.rank(), asked.oneTimeKey(), random);
                return new NodeApi.Contributed(honest.contribution(), sealed);
            }
        });
    }

    /** Contributes with the key of an epoch that is over before the container is. */
    public Behaviour staleEpoch() {
        return contributing((asked, honest) -> {
            Contribution said =
                    Contribution.TYPE.verifyEmbedded(honest.contribution()).claims();
            Contribution stale = new Contribution(
                    said.issued(),
                    said.containerId(),
                    said.rank(),
                    said.commitment(),
                    asked.fields().issuedAt() - 1,
                    said.epochKey());
            return new NodeApi.Contributed(Contribution.TYPE.sign(stale, key).compact(), honest.sealed());
        });
    }

    private interface Sealed {
        Bytes of(Release honest, HpkePublicKey oneTimeKey);
    }

    private interface Contributing {
        NodeApi.Contributed of(ContributeRequest asked, NodeApi.Contributed honest) throws RejectedException;
    }

    private Behaviour releasing(Sealed sealed) {
        return lying(call -> {
                    ReleaseRequest asked = ReleaseRequest.TYPE
                            .verifyEmbedded(JSON.readValue(call.body(), NodeApi.Release.class)
                                    .statement())
                            .claims();
                    Call.Answer answer = call.pass();
                    Release honest = Release.TYPE
                            .verifyEmbedded(JSON.readValue(answer.body(), NodeApi.Released.class)
                                    .release())
                            .claims();
                    Release lie = new Release(
                            honest.issued(),
                            honest.containerId(),
                            honest.rank(),
                            honest.dealingDigest(),
                            honest.requestDigest(),
                            sealed.of(honest, asked.oneTimeKey()));
                    return new NodeApi.Released(Release.TYPE.sign(lie, key).compact());
                })
                .of("release");
    }

    private Behaviour contributing(Contributing contributing) {
        return lying(call -> {
                    ContributeRequest asked = ContributeRequest.verify(
                                    JSON.readValue(call.body(), NodeApi.Contribute.class)
                                            .statement())
                            .claims();
                    Call.Answer answer = call.pass();
                    return contributing.of(asked, JSON.readValue(answer.body(), NodeApi.Contributed.class));
                })
                .of("contribute");
    }

    private interface Lie {
        Object answer(Call call) throws IOException, RejectedException;
    }

    private static Behaviour lying(Lie lie) {
        return call -> {
            try {
                call.reply(Call.Answer.json(JSON.writeValueAsBytes(lie.answer(call))));
            } catch (RejectedException notHonest) {
                throw new IOException("the node itself does not verify", notHonest);
            }
        };
    }

    private Share forged(int rank) {
        return Share.of(rank, Opening.random(random));
    }

    private Bytes seal(HpkePublicKey to, Bytes containerId, int rank, Share share) {
        try (share;
                SecretBytes encoded = share.encode()) {
            return Hpke.seal(to, Sealing.RELEASE.info(containerId, nodeId, rank), encoded, random);
        }
    }

    @Override
    public void close() {
        key.close();
    }
}
