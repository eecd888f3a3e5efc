package dev.mayfly.client.contact;

import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Directory;
import dev.mayfly.client.party.Session;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.identity.Fingerprint;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.transport.Deadline;

/** Asks the directory for other users' keys, and takes those that fit the pins. */
public final class LookUp {
    private final Recognition recognition;
    private final Pins pins;
    private final Session session;

    public LookUp(Session session, Pins pins) {
        this.session = session;
        this.pins = pins;
        this.recognition = new Recognition(pins, session.clock());
    }

    /** A user with its newest keys. */
    public Contact lookUp(UserId user) throws RejectedException {
        return recognition.recognise(new Directory(session.exchange()).ask(user));
    }

    /**
     * The user in a container's role, with the keys that the container names: part of an operation that has to be over at a
     * deadline.
     */
    public Contact party(Invitation invitation, Role role, Deadline deadline) throws RejectedException {
        Contact party = new Directory(session.until(deadline))
                .ask(invitation.user(role))
                .namedIn(invitation, role);
        return recognition.recognise(party, invitation.fields().issuedAt());
    }

    /**
     * Pins a user's newest keys, whatever was pinned before, if they have the fingerprint that the user gave another way.
     *
     * @throws RejectedException when they have another one
     */
    public Contact accept(UserId user, Fingerprint fingerprint) throws RejectedException {
        Contact found = new Directory(session.exchange()).ask(user);
        if (!found.fingerprint().equals(fingerprint)) {
            throw new RejectedException("fingerprint", "the directory has keys with another fingerprint");
        }
        Pin pin = Pin.of(user, found.newest(), session.clock().instant().getEpochSecond());
        pins.repin(pins.pinIfAbsent(pin), pin);
        return found.standing(Contact.Standing.KNOWN);
    }
}
