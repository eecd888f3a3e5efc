package dev.mayfly.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.dealing.ContributeRequest;
import dev.mayfly.domain.dealing.Contribution;
import dev.mayfly.domain.dealing.Dealing;
import dev.mayfly.domain.dealing.Holding;
import dev.mayfly.domain.dealing.SealedOpening;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.share.Erasure;
import dev.mayfly.domain.share.Release;
import dev.mayfly.domain.share.ReleaseRequest;
import dev.mayfly.domain.share.SealedShare;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.domain.wire.WireJson;
import dev.mayfly.transport.TestServer;
import java.io.IOException;

/** An entropy node of a test: signs and seals as a node does, with a memory of one container, over real HTTP. */
public final class TestNode implements AutoCloseable {
    private static final ObjectMapper JSON = WireJson.mapper();

    private final TestServer server = new TestServer();
    private final SigningPrivateKey key = SigningPrivateKey.generate(TestCommittee.RANDOM);
    private final HpkePrivateKey epochKey = HpkePrivateKey.generate(TestCommittee.RANDOM);
    private final NodeRecord record;
    private DrawnContainer container;
    private int rank;
    private Dealing dealing;
    private Bytes holding;
    private Share share;

    TestNode(String id) {
        record = new NodeRecord(id, "operator of " + id, server.url(), key.publicKey(), Bytes.of(new byte[32]));
        server.answering((server, exchange, request) -> server.reply(exchange, 200, json(honest(request))));
    }

    void drawn(DrawnContainer drawn) {
        container = drawn;
        rank = drawn.committee().rankOf(record.id()).orElseThrow();
    }

    public NodeRecord record() {
        return record;
    }

    public SigningPrivateKey key() {
        return key;
    }

    /** The share that was deposited here. */
    public Share share() {
        return share;
    }

    public TestServer server() {
        return server;
    }

    public int requests() {
        return server.requests().size();
    }

    /** Says no, as a node does. */
    public void refuses(ErrorCode code) {
        server.answering(code.status(), "{\"type\":\"" + code.type() + "\",\"detail\":\"no\"}");
    }

    /** Answers as {@code lie} does instead. */
    public void answers(Lie lie) {
        server.answering((server, exchange, request) -> {
            try {
                server.reply(exchange, 200, json(lie.answer(request)));
            } catch (RejectedException impossible) {
                throw new IOException(impossible);
            }
        });
    }

    /** What a node says in place of what it should. */
    @FunctionalInterface
    public interface Lie {
        Object answer(TestServer.Request request) throws RejectedException, IOException;
    }

    /** Answers a release as a node that signs with {@code signer}, of {@code rank}, and seals {@code given} for an id. */
    public NodeApi.Released released(
            TestServer.Request request, SigningPrivateKey signer, int ownRank, Share given, Bytes sealedFor)
            throws RejectedException, IOException {
        Statement<ReleaseRequest> asked = ReleaseRequest.TYPE.verifyEmbedded(
                JSON.readValue(request.body(), NodeApi.Release.class).statement());
        Bytes sealed = SealedShare.seal(
                given, Sealing.RELEASE, sealedFor, record.id(), asked.claims().oneTimeKey(), TestCommittee.RANDOM);
        return signed(asked, signer, ownRank, sealed);
    }

    /** The same with any ciphertext. */
    public NodeApi.Released signed(
            Statement<ReleaseRequest> asked, SigningPrivateKey signer, int ownRank, Bytes sealed) {
        Release release =
                new Release(issued(Issued.PARTIES), container.id(), ownRank, dealing.digest(), asked.digest(), sealed);
        return new NodeApi.Released(Release.TYPE.sign(release, signer).compact());
    }

    /** Answers a contribution of {@code opening} that says it commits to {@code stated}. */
    public NodeApi.Contributed contributed(
            TestServer.Request request, SigningPrivateKey signer, int ownRank, Opening opening, Opening stated)
            throws RejectedException, IOException {
        ContributeRequest asked = ContributeRequest.verify(
                        JSON.readValue(request.body(), NodeApi.Contribute.class).statement())
                .claims();
        Contribution contribution = new Contribution(
                issued(Issued.PUBLIC),
                asked.containerId(),
                ownRank,
                stated.commit(),
                container.epochEnd(),
                epochKey.publicKey());
        Bytes sealed = SealedOpening.seal(
                opening, asked.containerId(), record.id(), rank, asked.oneTimeKey(), TestCommittee.RANDOM);
        return new NodeApi.Contributed(
                Contribution.TYPE.sign(contribution, signer).compact(), sealed);
    }

    /** A holding of this node's, signed by anybody, of any dealing. */
    public NodeApi.Held held(SigningPrivateKey signer, Bytes dealingDigest) {
        Statement<Holding> statement =
                Holding.TYPE.sign(new Holding(issued(Issued.PUBLIC), container.id(), rank, dealingDigest), signer);
        holding = statement.digest();
        return new NodeApi.Held(statement.compact());
    }

    /** An erasure of this node's, signed by anybody. */
    public NodeApi.Erased erased(SigningPrivateKey signer) {
        Erasure erasure = new Erasure(issued(Issued.PUBLIC), container.id(), rank, holding);
        return new NodeApi.Erased(Erasure.TYPE.sign(erasure, signer).compact());
    }

    private Object honest(TestServer.Request request) throws IOException {
        try {
            return switch (request.path()) {
                case "/v1/contribute" -> {
                    Opening opening = Opening.random(TestCommittee.RANDOM);
                    yield contributed(request, key, rank, opening, opening);
                }
                case "/v1/deposit" -> deposited(JSON.readValue(request.body(), NodeApi.Deposit.class));
                case "/v1/release" -> released(request, key, rank, share, container.id());
                default -> erased(key);
            };
        } catch (RejectedException lied) {
            throw new IOException(lied);
        }
    }

    private NodeApi.Held deposited(NodeApi.Deposit deposit) throws RejectedException {
        dealing = Dealing.verify(deposit.dealing(), container);
        share = SealedShare.open(deposit.share(), Sealing.SHARE, container.id(), record.id(), rank, epochKey);
        if (!share.verifies(dealing.commitments())) {
            throw new RejectedException("the share does not fit");
        }
        return held(key, dealing.digest());
    }

    private static Issued issued(String audience) {
        return Issued.now(TestCommittee.NAME, audience, TestCommittee.CLOCK, TestCommittee.RANDOM);
    }

    private static String json(Object answer) throws IOException {
        return JSON.writeValueAsString(answer);
    }

    @Override
    public void close() {
        server.close();
    }
}
