package dev.mayfly.testbed.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Counts a testbed's calls, and lets one of them fail. */
public final class Faults {
    private final Map<String, Map<String, Integer>> numbers = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private Injection injection;
    private boolean counting;
    private boolean happened;
    private CountDownLatch silence = new CountDownLatch(0);

    /** Counts from here, and lets nothing fail. */
    public void count() {
        begin(null);
    }

    /** Counts from here, and lets this happen. */
    public void inject(Injection next) {
        begin(next);
    }

    /** Lets what has happened happen no more: what failed all through one try of a user's works at the next. */
    public synchronized void relent() {
        if (happened) {
            injection = null;
            silence.countDown();
        }
    }

    /** Ends it: what was kept waiting is let go. Whether the injection happened. */
    public synchronized boolean end() {
        injection = null;
        counting = false;
        silence.countDown();
        return happened;
    }

    /** The calls between beginning and end, each once. */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /**
     * What is to happen to an attempt that is about to begin.
     *
     * @param identity the same for all attempts of a call, and for no other call
     */
    public synchronized Strike on(String who, String what, String identity) {
        if (!counting) {
            return Strike.NONE;
        }
        Map<String, Integer> sameSort = numbers.computeIfAbsent(who + " " + what, sort -> new HashMap<>());
        boolean first = !sameSort.containsKey(identity);
        Call call = new Call(who, what, sameSort.computeIfAbsent(identity, fresh -> sameSort.size() + 1));
        if (first) {
            calls.add(call);
        }
        if (injection == null || !injection.call().equals(call) || !first && !injection.lasting()) {
            return Strike.NONE;
        }
        happened = true;
        Optional<Fault> fault = Optional.of(injection.fault());
        // The effect is had once; later attempts find nobody there.
        return injection.afterEffect() && first
                ? new Strike(Optional.empty(), fault)
                : new Strike(fault, Optional.empty());
    }

    /** Keeps the caller waiting until the injection ends. */
    public void keepSilent() {
        CountDownLatch until;
        synchronized (this) {
            until = silence;
        }
        try {
            until.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void begin(Injection next) {
        silence.countDown();
        silence = new CountDownLatch(1);
        numbers.clear();
        calls.clear();
        injection = next;
        happened = false;
        counting = true;
    }
}
