package dev.mayfly.domain.statement;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.TestContainer;
import dev.mayfly.domain.TestDealing;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.container.OpenStatement;
import dev.mayfly.domain.container.PartyStatement;
import dev.mayfly.domain.dealing.ActivateStatement;
import dev.mayfly.domain.dealing.ContributeRequest;
import dev.mayfly.domain.dealing.Contribution;
import dev.mayfly.domain.dealing.DealingStatement;
import dev.mayfly.domain.dealing.Holding;
import dev.mayfly.domain.directory.CancelResetStatement;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.directory.LookupStatement;
import dev.mayfly.domain.directory.SuccessionStatement;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.message.InboxStatement;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.domain.share.End;
import dev.mayfly.domain.share.Erasure;
import dev.mayfly.domain.share.Release;
import dev.mayfly.domain.share.ReleaseRequest;
import java.util.List;

/** One statement of every kind that there is. */
final class Samples {
    private static final TestNetwork NETWORK = TestNetwork.of(7);
    private static final TestContainer CONTAINER = TestContainer.open(NETWORK);
    private static final TestDealing DEALING = TestDealing.of(CONTAINER, 4);
    private static final HpkePublicKey HPKE =
            HpkePrivateKey.generate(TestNetwork.RANDOM).publicKey();

    /** Signs what it was given; a statement like any other. */
    record Sample<T>(StatementType<T> type, T claims, SigningPrivateKey key) {
        Statement<T> signed() {
            return type.sign(claims, key);
        }

        @Override
        public String toString() {
            return type.kind();
        }
    }

    private Samples() {}

    static List<Sample<?>> all() {
        Bytes id = CONTAINER.id();
        Bytes digest = TestNetwork.digest();
        return List.of(
                user(OpenStatement.TYPE, new OpenStatement(coordinator(), id, CONTAINER.fields())),
                user(PartyStatement.FETCH, new PartyStatement(coordinator(), id)),
                user(PartyStatement.STATUS, new PartyStatement(coordinator(), id)),
                user(KeysStatement.TYPE, keys()),
                user(SuccessionStatement.TYPE, new SuccessionStatement(everybody(), digest)),
                user(CancelResetStatement.TYPE, new CancelResetStatement(coordinator(), digest)),
                user(
                        LookupStatement.TYPE,
                        new LookupStatement(coordinator(), CONTAINER.receiver().id())),
                user(InboxStatement.TYPE, new InboxStatement(coordinator(), id)),
                user(ActivateStatement.TYPE, new ActivateStatement(coordinator(), id, digest)),
                user(MessageStatement.SENT, new MessageStatement(coordinator(), id, digest, digest)),
                user(MessageStatement.RECEIPT, new MessageStatement(coordinator(), id, digest, digest)),
                new Sample<>(RegistryStatement.TYPE, registry(), NETWORK.admin()),
                access(ContributeRequest.TYPE, contribute()),
                access(DealingStatement.TYPE, DEALING.claims()),
                access(ReleaseRequest.TYPE, new ReleaseRequest(node(), id, digest, HPKE)),
                access(End.TYPE, new End(TestNetwork.issued(Issued.NODES), id)),
                byNode(Contribution.TYPE, contribution()),
                byNode(Holding.TYPE, new Holding(everybody(), id, 1, digest)),
                byNode(Release.TYPE, release()),
                byNode(Erasure.TYPE, new Erasure(everybody(), id, 1, digest)));
    }

    private static KeysStatement keys() {
        return new KeysStatement(
                coordinator(),
                CONTAINER.sender().id(),
                1,
                KeyEntry.NO_PREDECESSOR,
                CONTAINER.sender().keys(),
                CONTAINER.sender().salts().keys());
    }

    private static RegistryStatement registry() {
        return new RegistryStatement(
                everybody(), 1, List.of(NETWORK.registry().nodes().get(0).encoded()));
    }

    private static ContributeRequest contribute() {
        return new ContributeRequest(
                node(),
                CONTAINER.id(),
                CONTAINER.fields(),
                CONTAINER.drawn().proof().bytes(),
                HPKE);
    }

    private static Contribution contribution() {
        return new Contribution(
                everybody(), CONTAINER.id(), 1, DEALING.dealt().commitments().secret(), TestNetwork.NOW, HPKE);
    }

    private static Release release() {
        Bytes digest = TestNetwork.digest();
        return new Release(TestNetwork.issued(Issued.PARTIES), CONTAINER.id(), 1, digest, digest, digest);
    }

    private static <T> Sample<T> user(StatementType<T> type, T claims) {
        return new Sample<>(type, claims, CONTAINER.sender().signing());
    }

    private static <T> Sample<T> access(StatementType<T> type, T claims) {
        return new Sample<>(type, claims, CONTAINER.accessKey());
    }

    private static <T> Sample<T> byNode(StatementType<T> type, T claims) {
        return new Sample<>(type, claims, CONTAINER.nodeKey(1));
    }

    private static Issued coordinator() {
        return TestNetwork.issued(Issued.COORDINATOR);
    }

    private static Issued node() {
        return TestNetwork.issued(CONTAINER.node(1).id());
    }

    private static Issued everybody() {
        return TestNetwork.issued(Issued.PUBLIC);
    }
}
