package dev.mayfly.bench.vrf;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Threads;

/** Proofs verified by one thread, and by one for each core: they have no common state, so they should scale with them. */
public class ManyProofsBenchmark {

    @Benchmark
    @Threads(1)
    public Bytes onOneCore(VrfBenchmark proofs) throws RejectedException {
        return proofs.verifyMayfly();
    }

    @Benchmark
    @Threads(Threads.MAX)
    public Bytes onEveryCore(VrfBenchmark proofs) throws RejectedException {
        return proofs.verifyMayfly();
    }
}
