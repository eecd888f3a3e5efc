package dev.mayfly.cli.golden;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.directory.CancelResetStatement;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.directory.SuccessionStatement;
import dev.mayfly.domain.identity.Fingerprint;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.statement.Issued;
import java.util.List;

/** Section 3: a user's keys through a rotation, a reset that is cancelled and one that is not; and fingerprints. */
final class KeyAnswers {
    private final StatementAnswers statements;
    private final Bytes index = indexOfAlice();

    private KeyAnswers(StatementAnswers statements) {
        this.statements = statements;
    }

    static void add(StatementAnswers statements, Answers answers) {
        for (World.User user : List.of(World.ALICE, World.BOB)) {
            GroundAnswers.user(answers.add("fingerprint"), user)
                    .hex("signing", user.keys().signing().bytes())
                    .hex("encryption", user.keys().encryption().bytes())
                    .text("fingerprint", Fingerprint.of(user.id(), user.keys()).text());
        }
        List<EntryBody> bodies = new KeyAnswers(statements).bodies();
        Bytes prev = Entry.genesis(World.NAME, Entry.LANE);
        for (int seq = 0; seq < bodies.size(); seq++) {
            prev = statements.entry(prev, seq, bodies.get(seq));
        }
    }

    private List<EntryBody> bodies() {
        KeyEntry.KeysRegistered first = new KeyEntry.KeysRegistered(
                index,
                1,
                KeyEntry.NO_PREDECESSOR,
                World.ALICE.keys().commitment(World.ALICE.salts().keys()));
        KeyEntry.KeysRegistered second = stated("alice's second", first).registered(index);
        Issued issued = World.issued(Issued.PUBLIC, "succession");
        statements.sign(SuccessionStatement.TYPE, "alice signing", new SuccessionStatement(issued, second.digest()));
        KeyEntry.KeysResetRequested unwanted = stated("mallory's", second).resetRequested(index, World.NOW + 2);
        var cancel = statements.sign(
                CancelResetStatement.TYPE,
                "alice's second signing",
                new CancelResetStatement(StatementAnswers.coordinator("cancel-reset"), unwanted.digest()));
        KeyEntry.KeysResetRequested wanted = stated("alice's third", second).resetRequested(index, World.NOW + 4);
        return List.of(
                first,
                second,
                unwanted,
                new KeyEntry.KeysResetCancelled(index, unwanted.digest(), cancel.digest()),
                wanted,
                wanted.effect());
    }

    private KeysStatement stated(String name, KeyEntry.Version before) {
        try (SigningPrivateKey signing = Drawn.signing(name + " signing");
                HpkePrivateKey encryption = Drawn.hpke(name + " encryption")) {
            KeysStatement keys = new KeysStatement(
                    StatementAnswers.coordinator(name + " keys"),
                    World.ALICE.id(),
                    before.version() + 1,
                    before.digest(),
                    new PublicKeys(signing.publicKey(), encryption.publicKey()),
                    Drawn.bytes(name + " keys' salt", 64));
            return statements.sign(KeysStatement.TYPE, name + " signing", keys).claims();
        }
    }

    private static Bytes indexOfAlice() {
        try (var key = Drawn.vrf(World.VRF)) {
            return KeyIndex.of(World.ALICE.id(), key).value();
        }
    }
}
