package dev.mayfly.bench.sharing;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vss.Combiner;
import dev.mayfly.crypto.vss.Commitment;
import dev.mayfly.crypto.vss.Dealer;
import dev.mayfly.crypto.vss.Dealt;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.crypto.vss.Share;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One dealing at a profile k of n: a contributor's, the opener's, a holder's and a reader's part of it. The last profile is
 * the largest that the protocol knows, for how the first three grow.
 */
@State(Scope.Thread)
public class SharingBenchmark {

    /** k and n. */
    @Param({"3 of 5", "5 of 7", "14 of 21", "33 of 64"})
    public String profile;

    private final SecureRandom random = new SecureRandom();
    private int k;
    private List<Integer> indices;
    private Opening secret;
    private Dealt dealt;
    private Share last;
    private List<Share> enough;

    @Setup
    public void deal() {
        String[] numbers = profile.split(" of ");
        k = Integer.parseInt(numbers[0]);
        int n = Integer.parseInt(numbers[1]);
        indices = IntStream.rangeClosed(1, n).boxed().toList();
        secret = Opening.random(random);
        dealt = Dealer.deal(secret, k, indices, random);
        last = dealt.share(n);
        enough = indices.subList(n - k, n).stream().map(dealt::share).toList();
    }

    /** What each of n contributors does once. */
    @Benchmark
    public Commitment commitContribution() {
        try (Opening contribution = Opening.random(random)) {
            return contribution.commit();
        }
    }

    /** Commitments to k coefficients and n shares. */
    @Benchmark
    public Object dealAll() {
        try (Dealt fresh = Dealer.deal(secret, k, indices, random)) {
            return fresh.commitments();
        }
    }

    /** The share with the largest index, which is the dearest. */
    @Benchmark
    public boolean verifyShare() {
        if (!last.verifies(dealt.commitments())) {
            throw new IllegalStateException("an honest share was refused");
        }
        return true;
    }

    @Benchmark
    public int combineShares() throws RejectedException {
        try (SecretBytes combined = Combiner.combine(enough, dealt.commitments())) {
            return combined.size();
        }
    }
}
