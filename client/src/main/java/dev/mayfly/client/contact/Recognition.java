package dev.mayfly.client.contact;

import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Contact.Standing;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.ledger.KeyEntry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Compares what the directory says of a contact with its pin. */
final class Recognition {
    /** How far clocks may be apart, as everywhere: seconds. */
    private static final long SKEW = 60;

    private final Pins pins;
    private final Clock clock;

    Recognition(Pins pins, Clock clock) {
        this.pins = pins;
        this.clock = clock;
    }

    /**
     * Pins a contact that is new, follows it through rotations, and stops at a reset.
     *
     * @throws KeysResetException when the contact's keys came by a reset that was not accepted
     * @throws RejectedException when the directory tells another past than the pinned one
     */
    Contact recognise(Contact found) throws RejectedException {
        Pin first = Pin.of(found.user(), found.newest(), clock.instant().getEpochSecond());
        Optional<Pin> known = pins.find(found.user());
        Pin pin = known.orElseGet(() -> pins.pinIfAbsent(first));
        if (known.isEmpty() && pin.equals(first)) {
            return found.standing(Standing.FIRST_USE);
        }
        requireSamePast(found, pin);
        Pin reached = follow(found, pin);
        if (!reached.equals(pin)) {
            pins.repin(pin, reached);
        }
        if (found.version().entry().version() > reached.version()) {
            throw new KeysResetException(found.user(), reached.fingerprint(), found.fingerprint());
        }
        return found.standing(reached.equals(pin) ? Standing.KNOWN : Standing.ROTATED);
    }

    /**
     * The same for the party of a container. Keys that were replaced open no new container: a directory that lets their thief
     * do so is found out by the time at which this party first saw the keys after them.
     *
     * @param issuedAt when the container was opened, seconds since the epoch
     */
    Contact recognise(Contact party, long issuedAt) throws RejectedException {
        Contact recognised = recognise(party);
        Pin pin = pins.find(party.user()).orElseThrow();
        boolean replaced = party.version().entry().version() < pin.version();
        if (replaced && issuedAt > pin.since() + SKEW) {
            throw new RejectedException("container", "the container was opened under keys that had been replaced");
        }
        return recognised;
    }

    private static void requireSamePast(Contact found, Pin pin) throws RejectedException {
        List<Contact.Version> versions = found.versions();
        boolean same = pin.version() <= versions.size()
                && versions.get((int) pin.version() - 1).entry().digest().equals(pin.registration());
        if (!same) {
            throw new RejectedException("versions", "the directory tells another past than the pinned one");
        }
    }

    private Pin follow(Contact found, Pin pin) {
        Pin reached = pin;
        for (Contact.Version next :
                found.versions().subList((int) pin.version(), found.versions().size())) {
            if (!(next.entry() instanceof KeyEntry.KeysRegistered)) {
                break;
            }
            reached = Pin.of(found.user(), next, clock.instant().getEpochSecond());
        }
        return reached;
    }
}
