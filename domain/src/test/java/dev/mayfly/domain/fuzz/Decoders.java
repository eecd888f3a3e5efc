package dev.mayfly.domain.fuzz;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.Hpke;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.domain.TestBytes;
import dev.mayfly.domain.TestContainer;
import dev.mayfly.domain.TestDealing;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.container.OpenStatement;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.dealing.DealingStatement;
import dev.mayfly.domain.dealing.SealedOpening;
import dev.mayfly.domain.evidence.ReleaseEvidence;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.statement.Issued;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;

/** Everything in this module that reads canonical bytes or statements from outside. */
enum Decoders {
    CONTAINER {
        @Override
        Bytes seed() {
            return DEALING.container().fields().encoded();
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            return ContainerFields.decode(input).encoded();
        }
    },

    /** No fuzzer finds what opens, so here and below what is inside is sealed as it comes. */
    INVITATION {
        @Override
        Bytes seed() {
            return inside(DEALING.container().invitation());
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            Bytes id = DEALING.container().id();
            Bytes sealed = sealed(Sealing.INVITATION.info(id), input);
            try (Invitation invitation = Invitation.open(sealed, id, KEY)) {
                return inside(invitation);
            }
        }

        private Bytes inside(Invitation invitation) {
            Bytes sealed = invitation.sealTo(KEY.publicKey(), RANDOM);
            return opened(Sealing.INVITATION.info(DEALING.container().id()), sealed);
        }
    },

    CONTRIBUTION {
        @Override
        Bytes seed() {
            return inside(OPENING);
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            Bytes sealed = sealed(Sealing.CONTRIBUTION.info(DIGEST, "node-1", 1), input);
            try (Opening opening = SealedOpening.open(sealed, DIGEST, "node-1", 1, KEY)) {
                return inside(opening);
            }
        }

        private Bytes inside(Opening opening) {
            Bytes sealed = SealedOpening.seal(opening, DIGEST, "node-1", 1, KEY.publicKey(), RANDOM);
            return opened(Sealing.CONTRIBUTION.info(DIGEST, "node-1", 1), sealed);
        }
    },

    USER {
        @Override
        Bytes seed() {
            return new UserId("https://issuer.test", "Zoë").encoded();
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            return UserId.decode(input).encoded();
        }
    },

    NODE {
        @Override
        Bytes seed() {
            return DEALING.container().node(1).encoded();
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            return NodeRecord.decode(input).encoded();
        }
    },

    EVIDENCE {
        @Override
        Bytes seed() {
            return Bytes.of(
                    new ReleaseEvidence(DIGEST, DIGEST, "registry", "dealing", "request", "release", DIGEST).toJson());
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            return Bytes.of(ReleaseEvidence.parse(input.toByteArray()).toJson());
        }
    },

    ENTRY_OF_KEYS {
        @Override
        Bytes seed() {
            return entry(new KeyEntry.KeysRegistered(DIGEST, 1, DIGEST, DIGEST));
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            return Entry.decode(input).encoded();
        }
    },

    ENTRY_OF_A_RESET {
        @Override
        Bytes seed() {
            return entry(new KeyEntry.KeysResetRequested(DIGEST, 2, DIGEST, DIGEST, TestNetwork.NOW));
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            return Entry.decode(input).encoded();
        }
    },

    ENTRY_OF_A_CANCELLATION {
        @Override
        Bytes seed() {
            return entry(new KeyEntry.KeysResetCancelled(DIGEST, DIGEST, DIGEST));
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            return Entry.decode(input).encoded();
        }
    },

    ENTRY_OF_A_CONTAINER {
        @Override
        Bytes seed() {
            TestContainer container = DEALING.container();
            return entry(new EntryBody.ContainerCreated(
                    container.fields().encoded(),
                    container.drawn().proof().bytes(),
                    container.drawn().committee().ids(),
                    DIGEST));
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            return Entry.decode(input).encoded();
        }
    },

    ENTRY_OF_STATEMENTS {
        @Override
        Bytes seed() {
            return entry(new EntryBody.ContainerActivated(
                    DEALING.container().id(), "a.b.c", List.of("d.e.f", "g.h.i"), DIGEST));
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            return Entry.decode(input).encoded();
        }
    },

    OPEN_STATEMENT {
        @Override
        Bytes seed() {
            TestContainer container = DEALING.container();
            return TestBytes.utf8(OpenStatement.TYPE
                    .sign(
                            new OpenStatement(
                                    TestNetwork.issued(Issued.COORDINATOR), container.id(), container.fields()),
                            container.sender().signing())
                    .compact());
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            Statement<OpenStatement> read = OpenStatement.TYPE.verifyEmbedded(latin1(input));
            return TestBytes.utf8(OpenStatement.TYPE
                    .sign(read.claims(), DEALING.container().sender().signing())
                    .compact());
        }
    },

    DEALING_STATEMENT {
        @Override
        Bytes seed() {
            return TestBytes.utf8(DEALING.statement().compact());
        }

        @Override
        Bytes decodeAndEncode(Bytes input) throws RejectedException {
            Statement<DealingStatement> read = DealingStatement.TYPE.verifyEmbedded(latin1(input));
            return TestBytes.utf8(DealingStatement.TYPE
                    .sign(read.claims(), DEALING.container().accessKey())
                    .compact());
        }
    };

    private static final Bytes DIGEST = Bytes.of(new byte[32]);
    private static final TestDealing DEALING = TestDealing.of(TestContainer.open(TestNetwork.of(7)), 4);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HpkePrivateKey KEY = HpkePrivateKey.generate(RANDOM);
    private static final Opening OPENING = Opening.random(RANDOM);

    /** Accepted input. */
    abstract Bytes seed();

    /** What the decoder makes of the input, written again. */
    abstract Bytes decodeAndEncode(Bytes input) throws RejectedException;

    private static Bytes sealed(Bytes info, Bytes inside) {
        try (SecretBytes plaintext = SecretBytes.copyOf(inside.toByteArray())) {
            return Hpke.seal(KEY.publicKey(), info, plaintext, RANDOM);
        }
    }

    private static Bytes opened(Bytes info, Bytes sealed) {
        try (SecretBytes plaintext = Hpke.open(KEY, info, sealed)) {
            return plaintext.use(Bytes::of);
        } catch (RejectedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Bytes entry(EntryBody body) {
        return Entry.following(DIGEST, 3, TestNetwork.NOW, body).encoded();
    }

    private static String latin1(Bytes input) {
        return new String(input.toByteArray(), StandardCharsets.ISO_8859_1);
    }
}
