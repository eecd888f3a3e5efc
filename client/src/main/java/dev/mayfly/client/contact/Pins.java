package dev.mayfly.client.contact;

import dev.mayfly.domain.identity.UserId;
import java.util.Optional;

/** Where a party keeps the pins of its contacts, one for each. */
public interface Pins {
    /** The pin of a user, if there is one. */
    Optional<Pin> find(UserId user);

    /** Keeps a user's first pin; which pin is kept afterwards, this one or the one that was first. */
    Pin pinIfAbsent(Pin pin);

    /** Keeps {@code to} in the place of {@code from}, if that is still the pin that is kept. */
    void repin(Pin from, Pin to);
}
