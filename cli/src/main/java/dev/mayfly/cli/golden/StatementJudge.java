package dev.mayfly.cli.golden;

import dev.mayfly.cli.vector.MalformedVectorException;
import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.SigningPublicKey;
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
import dev.mayfly.domain.directory.CancelResetStatement;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.directory.LookupStatement;
import dev.mayfly.domain.directory.SuccessionStatement;
import dev.mayfly.domain.message.InboxStatement;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.domain.share.End;
import dev.mayfly.domain.share.Erasure;
import dev.mayfly.domain.share.Release;
import dev.mayfly.domain.share.ReleaseRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Section 2: a statement of every kind, verified, its digest taken, and its claims signed again to the same text. */
final class StatementJudge {
    private static final Map<String, StatementType<?>> TYPES = List.<StatementType<?>>of(
                    RegistryStatement.TYPE,
                    KeysStatement.TYPE,
                    SuccessionStatement.TYPE,
                    CancelResetStatement.TYPE,
                    LookupStatement.TYPE,
                    OpenStatement.TYPE,
                    ContributeRequest.TYPE,
                    Contribution.TYPE,
                    DealingStatement.TYPE,
                    Holding.TYPE,
                    ActivateStatement.TYPE,
                    MessageStatement.SENT,
                    InboxStatement.TYPE,
                    PartyStatement.FETCH,
                    PartyStatement.STATUS,
                    ReleaseRequest.TYPE,
                    Release.TYPE,
                    RevokeStatement.TYPE,
                    MessageStatement.RECEIPT,
                    End.TYPE,
                    Erasure.TYPE)
            .stream()
            .collect(Collectors.toMap(StatementType::kind, Function.identity()));

    private StatementJudge() {}

    static Verdict judge(Vector vector) {
        StatementType<?> type = TYPES.get(vector.text("type"));
        if (type == null) {
            throw new MalformedVectorException("no type of statement: " + vector.text("type"));
        }
        return vector.expect(() -> check(vector, type));
    }

    private static <T> void check(Vector vector, StatementType<T> type) throws RejectedException {
        SigningPublicKey key = SigningPublicKey.parse(vector.hex("key"));
        Statement<T> statement = type.verify(vector.text("compact"), key);
        Vector.same("signer", key, type.verifyEmbedded(vector.text("compact")).signer());
        if (vector.isValid()) {
            Vector.same("digest", vector.hex("digest"), statement.digest());
            try (SigningPrivateKey secret = SigningPrivateKey.parse(vector.secret("secret"))) {
                Vector.same("signed again", statement, type.sign(statement.claims(), secret));
            }
        }
    }
}
