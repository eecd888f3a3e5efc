package dev.mayfly.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs many callers at the same moment. */
public final class Together {
    private Together() {}

    /** The answers of callers 0 to {@code count - 1}, in their order. */
    public static <T> List<T> ask(int count, IntFunction<T> caller) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> asked = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                asked.add(threads.submit(waitingFor(start, caller, i)));
            }
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : asked) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> Callable<T> waitingFor(CountDownLatch start, IntFunction<T> caller, int number) {
        return () -> {
            start.await();
            return caller.apply(number);
        };
    }
}
