package dev.mayfly.cli.golden;

import dev.mayfly.cli.golden.Answers.Answer;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.container.OpenStatement;
import dev.mayfly.domain.container.PartyStatement;
import dev.mayfly.domain.container.RevokeStatement;
import dev.mayfly.domain.dealing.ActivateStatement;
import dev.mayfly.domain.dealing.ContributeRequest;
import dev.mayfly.domain.dealing.Contribution;
import dev.mayfly.domain.dealing.DealingStatement;
import dev.mayfly.domain.dealing.Holding;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.directory.LookupStatement;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.message.InboxStatement;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.domain.share.End;
import dev.mayfly.domain.share.Erasure;
import dev.mayfly.domain.share.Release;
import dev.mayfly.domain.share.ReleaseRequest;
import dev.mayfly.domain.statement.Issued;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;

/** Sections 2 and 8: a statement of every kind, and the ledger of one container's whole life. */
final class StatementAnswers {
    private static final BigInteger Q =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final Answers answers;
    private final Bytes id = World.containerId();
    private final String node = World.nodeAt(1);
    private final HpkePublicKey oneTimeKey = Drawn.hpke("one-time key").publicKey();

    private StatementAnswers(Answers answers) {
        this.answers = answers;
    }

    static void add(Answers answers) {
        StatementAnswers all = new StatementAnswers(answers);
        all.refused(all.ofTheOpening());
        all.ledger();
        KeyAnswers.add(all, answers);
    }

    <T> Statement<T> sign(StatementType<T> type, String key, T claims) {
        try (SigningPrivateKey secret = Drawn.signing(key)) {
            return add(type, key, type.sign(claims, secret));
        }
    }

    private <T> Statement<T> add(StatementType<T> type, String key, Statement<T> statement) {
        answers.add("statement")
                .text("type", type.kind())
                .hex("secret", Drawn.scalar(key))
                .hex("key", statement.signer().bytes())
                .text("compact", statement.compact())
                .hex("digest", statement.digest());
        return statement;
    }

    private Statement<?> ofTheOpening() {
        sign(LookupStatement.TYPE, "alice signing", new LookupStatement(coordinator("lookup"), World.BOB.id()));
        OpenStatement open = new OpenStatement(coordinator("open"), id, World.fields());
        sign(
                ContributeRequest.TYPE,
                World.ACCESS,
                new ContributeRequest(
                        World.issued(node, "contribute"),
                        id,
                        World.fields(),
                        World.proof().bytes(),
                        oneTimeKey));
        World.CONTRIBUTORS.forEach(rank -> add(Contribution.TYPE, World.nodeAt(rank), World.contribution(rank)));
        add(DealingStatement.TYPE, World.ACCESS, World.dealing());
        World.CONTRIBUTORS.forEach(rank -> add(Holding.TYPE, World.nodeAt(rank), World.holding(rank)));
        sign(InboxStatement.TYPE, "bob signing", new InboxStatement(coordinator("inbox"), Bytes.of(new byte[0])));
        sign(PartyStatement.FETCH, "bob signing", new PartyStatement(coordinator("fetch"), id));
        sign(PartyStatement.STATUS, "alice signing", new PartyStatement(coordinator("status"), id));
        Bytes dealing = World.dealing().digest();
        Statement<ReleaseRequest> request = sign(
                ReleaseRequest.TYPE,
                World.ACCESS,
                new ReleaseRequest(World.issued(node, "release-request"), id, dealing, oneTimeKey));
        Bytes sealed = Drawn.bytes("any sealed share", 200);
        sign(
                Release.TYPE,
                node,
                new Release(World.issued(Issued.PARTIES, "release"), id, 1, dealing, request.digest(), sealed));
        sign(End.TYPE, World.ACCESS, new End(World.issued(Issued.NODES, "end"), id));
        return sign(OpenStatement.TYPE, "alice signing", open);
    }

    static Issued coordinator(String about) {
        return World.issued(Issued.COORDINATOR, about);
    }

    /** One statement with one thing wrong, for each thing that a verifier must look at. */
    private void refused(Statement<?> open) {
        String compact = open.compact();
        refused("the other half's s", open, highS(compact));
        refused("padding", open, compact + "=");
        refused("a fourth part", open, compact + ".");
        refused("no signature", open, compact.substring(0, compact.lastIndexOf('.') + 1));
        refused("a header of no algorithm", open, "eyJhbGciOiJub25lIn0" + compact.substring(compact.indexOf('.')));
        Answer kind = answers.add("statement").text("comment", "another kind").text("type", "fetch");
        kind.hex("key", open.signer().bytes()).text("compact", compact).text("result", "invalid");
    }

    private void refused(String comment, Statement<?> open, String compact) {
        answers.add("statement")
                .text("comment", comment)
                .text("type", "open")
                .hex("key", open.signer().bytes())
                .text("compact", compact)
                .text("result", "invalid");
    }

    private static String highS(String compact) {
        int at = compact.lastIndexOf('.') + 1;
        byte[] signature = Base64.getUrlDecoder().decode(compact.substring(at));
        byte[] high = Q.subtract(new BigInteger(1, signature, 32, 32)).toByteArray();
        System.arraycopy(high, high.length - 32, signature, 32, 32);
        return compact.substring(0, at) + Bytes.of(signature).toBase64Url();
    }

    private void ledger() {
        answers.add("genesis")
                .text("network", World.NAME)
                .number("lane", Entry.LANE)
                .hex("digest", Entry.genesis(World.NAME, Entry.LANE));
        Bytes prev = Entry.genesis(World.NAME, Entry.LANE);
        List<EntryBody> bodies = bodies();
        for (int seq = 0; seq < bodies.size(); seq++) {
            prev = entry(prev, seq, bodies.get(seq));
        }
        for (EntryBody end : otherEnds()) {
            entry(prev, bodies.size(), end);
        }
    }

    /** The digest of the entry that follows {@code prev}. */
    Bytes entry(Bytes prev, long seq, EntryBody body) {
        Entry entry = Entry.following(prev, seq, World.NOW + seq, body);
        answers.add("entry")
                .number("seq", seq)
                .hex("prev", prev)
                .number("time", entry.time())
                .text("type", body.type())
                .hex("subject", entry.subject())
                .hex("body", body.encoded())
                .hex("encoded", entry.encoded())
                .hex("digest", entry.digest());
        return entry.digest();
    }

    /** The two other ends a container can have, in the place of what would come next. */
    private List<EntryBody> otherEnds() {
        Bytes another = Drawn.bytes("another container", 32);
        Statement<?> revoke =
                sign(RevokeStatement.TYPE, "bob signing", new RevokeStatement(coordinator("revoke"), another));
        return List.of(
                new EntryBody.ContainerRevoked(another, revoke.digest()), new EntryBody.ContainerExpired(another));
    }

    private List<EntryBody> bodies() {
        List<Bytes> nodes =
                World.registry().nodes().stream().map(NodeRecord::encoded).toList();
        Statement<?> registry = sign(
                RegistryStatement.TYPE,
                World.ADMIN,
                new RegistryStatement(World.issued(Issued.PUBLIC, "registry"), 1, nodes));
        Bytes digest = Drawn.bytes("any digest", 32);
        Statement<?> sent = sign(
                MessageStatement.SENT, "alice signing", new MessageStatement(coordinator("sent"), id, digest, digest));
        Statement<?> receipt = sign(
                MessageStatement.RECEIPT,
                "bob signing",
                new MessageStatement(coordinator("receipt"), id, digest, digest));
        Statement<?> activate = sign(
                ActivateStatement.TYPE,
                "alice signing",
                new ActivateStatement(
                        coordinator("activate"), id, World.dealing().digest()));
        return List.of(
                new EntryBody.RegistryPublished(registry.compact()),
                registered(World.ALICE),
                registered(World.BOB),
                new EntryBody.ContainerCreated(
                        World.fields().encoded(),
                        World.proof().bytes(),
                        World.committee().ids(),
                        Drawn.bytes("digest of open", 32)),
                new EntryBody.ContainerActivated(
                        id,
                        World.dealing().compact(),
                        World.CONTRIBUTORS.stream()
                                .map(rank -> World.holding(rank).compact())
                                .toList(),
                        activate.digest()),
                new EntryBody.MessageSent(id, sent.digest()),
                new EntryBody.ContainerDelivered(id, receipt.digest()),
                new EntryBody.SharesErased(
                        id,
                        World.CONTRIBUTORS.stream()
                                .map(rank -> erasure(rank).compact())
                                .toList()));
    }

    private KeyEntry.KeysRegistered registered(World.User user) {
        sign(
                KeysStatement.TYPE,
                user.name() + " signing",
                new KeysStatement(
                        coordinator("keys of " + user.name()),
                        user.id(),
                        1,
                        KeyEntry.NO_PREDECESSOR,
                        user.keys(),
                        user.salts().keys()));
        try (var key = Drawn.vrf(World.VRF)) {
            return new KeyEntry.KeysRegistered(
                    KeyIndex.of(user.id(), key).value(),
                    1,
                    KeyEntry.NO_PREDECESSOR,
                    user.keys().commitment(user.salts().keys()));
        }
    }

    private Statement<Erasure> erasure(int rank) {
        return sign(
                Erasure.TYPE,
                World.nodeAt(rank),
                new Erasure(
                        World.issued(Issued.PUBLIC, "erasure " + rank),
                        id,
                        rank,
                        World.holding(rank).digest()));
    }
}
