package dev.mayfly.testbed.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to happen to one call.
 *
 * @param afterEffect whether the call did what it says before it failed
 * @param lasting whether every attempt of it fails, not the first alone: then the caller has to see it
 */
public record Injection(Call call, Fault fault, boolean afterEffect, boolean lasting) {
    /** Everything that can happen to a call before it has an effect, or after. */
    public static List<Injection> of(Call call, boolean afterEffect) {
        List<Injection> all = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            boolean impossible = afterEffect && fault.isRefusal() || fault == Fault.CONFLICT && call.isRead();
            if (!impossible) {
                all.add(new Injection(call, fault, afterEffect, false));
                all.add(new Injection(call, fault, afterEffect, true));
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return "%s %s %s%s".formatted(fault, afterEffect ? "after" : "before", call, lasting ? ", lasting" : "");
    }
}
