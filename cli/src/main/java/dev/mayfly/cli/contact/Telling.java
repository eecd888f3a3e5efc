package dev.mayfly.cli.contact;

import dev.mayfly.cli.user.NetworkCommand;
import dev.mayfly.client.contact.Pin;
import dev.mayfly.client.party.Contact.Standing;

/** How contacts are told of. */
final class Telling {
    private Telling() {}

    static String of(Pin pin) {
        return NetworkCommand.printable("%s of %s, version %d, %s"
                .formatted(pin.user().subject(), pin.user().issuer(), pin.version(), pin.fingerprint()));
    }

    static String of(Standing standing) {
        return switch (standing) {
            case FIRST_USE -> "pinned at first use, compare the fingerprint: ";
            case ROTATED -> "pinned after a rotation: ";
            case KNOWN, UNPINNED -> "pinned: ";
        };
    }
}
