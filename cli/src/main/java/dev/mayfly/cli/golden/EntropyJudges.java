package dev.mayfly.cli.golden;

import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vss.Combiner;
import dev.mayfly.crypto.vss.Commitment;
import dev.mayfly.crypto.vss.Commitments;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.crypto.vss.Share;
import java.util.ArrayList;
import java.util.List;

/** Section 5: contributions, what is dealt of their sum, and shares. */
final class EntropyJudges {
    private EntropyJudges() {}

    static Verdict share(Vector vector) {
        return vector.expect(() ->
                Vector.same("encoded", vector.hex("encoded"), shareOf(vector).encode()));
    }

    private static Share shareOf(Vector vector) throws RejectedException {
        try (SecretBytes encoded = vector.secret("encoded")) {
            Share share = Share.decode(encoded);
            Vector.same("x", vector.number("x"), (long) share.index());
            Vector.same("s", vector.hex("s"), share.value().s());
            Vector.same("r", vector.hex("r"), share.value().r());
            return share;
        }
    }

    static Verdict dealing(Vector vector) {
        return vector.expect(() -> {
            List<Bytes> points = new ArrayList<>();
            for (Vector coefficient : vector.list("coefficients")) {
                points.add(opening(coefficient).commit().bytes());
            }
            Commitments commitments = Commitments.parse(points);
            Vector.same(
                    "commitments",
                    vector.texts("commitments").stream()
                            .map(point -> Vector.parse("commitments", point))
                            .toList(),
                    commitments.bytes());
            Vector.same("A_0", sum(vector), commitments.secret());
            combine(vector, commitments);
        });
    }

    private static Commitment sum(Vector vector) throws RejectedException {
        List<Commitment> parts = new ArrayList<>();
        for (Vector contribution : vector.list("contributions")) {
            Commitment commitment = opening(contribution).commit();
            Vector.same("commitment", contribution.hex("commitment"), commitment.bytes());
            parts.add(commitment);
        }
        return Commitment.sum(parts);
    }

    /** Any k of the shares give E: here every run of k neighbours. */
    private static void combine(Vector vector, Commitments commitments) throws RejectedException {
        List<Share> shares = new ArrayList<>();
        for (Vector share : vector.list("shares")) {
            shares.add(shareOf(share));
        }
        for (Share share : shares) {
            Vector.same("share " + share.index() + " fits", true, share.verifies(commitments));
        }
        int k = commitments.threshold();
        for (int from = 0; from + k <= shares.size(); from++) {
            Vector.same("E", vector.hex("secret"), Combiner.combine(shares.subList(from, from + k), commitments));
        }
    }

    private static Opening opening(Vector vector) throws RejectedException {
        return Opening.parse(vector.secret("s"), vector.secret("r"));
    }
}
