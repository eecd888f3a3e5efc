package dev.mayfly.client.file;

import dev.mayfly.client.contact.Pin;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.identity.UserId;

/** A contact as it stands in files. */
record WrittenContact(
        String issuer, String subject, long version, Bytes signing, Bytes encryption, Bytes registration) {
    static WrittenContact of(Pin pin) {
        return new WrittenContact(
                pin.user().issuer(),
                pin.user().subject(),
                pin.version(),
                pin.keys().signing().bytes(),
                pin.keys().encryption().bytes(),
                pin.registration());
    }

    Pin pinned(long since) throws RejectedException {
        if (version < 1 || version > Integer.MAX_VALUE || since < 0) {
            throw new RejectedException("version", "versions count from 1");
        }
        return new Pin(
                UserId.of(issuer, subject),
                PublicKeys.parse(signing, encryption),
                version,
                registration.requireSize(32, "registration"),
                since);
    }
}
