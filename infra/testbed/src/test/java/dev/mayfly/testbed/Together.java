package dev.mayfly.testbed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Lets callers begin at the same moment. */
final class Together {
    private static final int LONGEST_MINUTES = 2;

    private Together() {}

    /** What each of them is told, in their order. */
    static <T> List<T> ask(List<Callable<T>> callers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers.size());
        try {
            CyclicBarrier start = new CyclicBarrier(callers.size());
            List<Future<T>> asking = new ArrayList<>();
            for (Callable<T> caller : callers) {
                asking.add(threads.submit(() -> {
                    start.await();
                    return caller.call();
                }));
            }
            List<T> told = new ArrayList<>();
            for (Future<T> answer : asking) {
                told.add(answer.get(LONGEST_MINUTES, TimeUnit.MINUTES));
            }
            return told;
        } finally {
            threads.shutdownNow();
        }
    }
}
