package dev.mayfly.client.contact;

import dev.mayfly.domain.identity.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Pins for as long as a program runs: every start is a first use again, but of those that are given. */
public final class RememberedPins implements Pins {
    private final Map<UserId, Pin> pins = new ConcurrentHashMap<>();

    /** No pins yet. */
    public RememberedPins() {}

    /** These to begin with, in place of what would otherwise be a first use. */
    public RememberedPins(Collection<Pin> known) {
        known.forEach(this::pinIfAbsent);
    }

    @Override
    public Optional<Pin> find(UserId user) {
        return Optional.ofNullable(pins.get(user));
    }

    @Override
    public Pin pinIfAbsent(Pin pin) {
        Pin earlier = pins.putIfAbsent(pin.user(), pin);
        return earlier == null ? pin : earlier;
    }

    @Override
    public void repin(Pin from, Pin to) {
        pins.replace(from.user(), from, to);
    }
}
