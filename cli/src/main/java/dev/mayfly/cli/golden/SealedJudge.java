package dev.mayfly.cli.golden;

import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.Hpke;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.dealing.SealedOpening;
import dev.mayfly.domain.share.SealedShare;

/** Section 2: what is sealed to somebody, opened both bare and by the rules of its purpose. */
final class SealedJudge {
    private SealedJudge() {}

    static Verdict judge(Vector vector) {
        return vector.expect(() -> {
            try (HpkePrivateKey key = HpkePrivateKey.parse(vector.secret("key"))) {
                Bytes sealed = vector.hex("sealed");
                Vector.same("plaintext", vector.hex("plaintext"), Hpke.open(key, BytesJudges.info(vector), sealed));
                openByPurpose(vector, sealed, key);
            }
        });
    }

    private static void openByPurpose(Vector vector, Bytes sealed, HpkePrivateKey key) throws RejectedException {
        Bytes id = vector.hex("containerId");
        String node = vector.text("nodeId");
        int rank = Math.toIntExact(vector.number("rank"));
        Sealing purpose = BytesJudges.purpose(vector);
        switch (purpose) {
            case INVITATION -> Invitation.open(sealed, id, key).close();
            case CONTRIBUTION -> SealedOpening.open(sealed, id, node, rank, key).close();
            case SHARE, RELEASE ->
                SealedShare.open(sealed, purpose, id, node, rank, key).close();
        }
    }
}
