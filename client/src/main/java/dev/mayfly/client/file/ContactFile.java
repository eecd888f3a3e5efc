package dev.mayfly.client.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mayfly.client.contact.Pin;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.wire.WireJson;
import java.io.IOException;

/**
 * A contact to hand to somebody: JSON with the user's names, its keys, and their fingerprint to compare by voice. It holds no
 * secret and proves nothing: whoever hands it over must be the contact, or be trusted to know.
 */
public final class ContactFile {
    /** What the file begins with: its format and version. */
    public static final String FORMAT = "mayfly/v1/contact";
    /** The longest file that is looked at, in bytes. */
    public static final int MAX_BYTES = 16 * 1024;

    private ContactFile() {}

    private record Content(String format, String network, WrittenContact contact, String fingerprint) {}

    /** The file of a contact. */
    public static byte[] toJson(String network, Pin pin) {
        Content content = new Content(
                FORMAT, network, WrittenContact.of(pin), pin.fingerprint().text());
        try {
            return WireJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("names and keys are always writable", impossible);
        }
    }

    /**
     * Reads a file.
     *
     * @param since when it is read, seconds since the epoch: the pin's
     * @throws RejectedException when it is no contact of this network, or its fingerprint is of other keys
     */
    public static Pin parse(byte[] json, String network, long since) throws RejectedException {
        Content content = read(json);
        if (content == null || !content.format.equals(FORMAT)) {
            throw new RejectedException("contact", "not a file of the form " + FORMAT);
        }
        if (!content.network.equals(network)) {
            throw new RejectedException("network", "the contact is one of another network");
        }
        Pin pin = content.contact.pinned(since);
        if (!pin.fingerprint().text().equals(content.fingerprint)) {
            throw new RejectedException("fingerprint", "the fingerprint in the file is of other keys");
        }
        return pin;
    }

    private static Content read(byte[] json) {
        try {
            return json.length > MAX_BYTES ? null : WireJson.mapper().readValue(json, Content.class);
        } catch (IOException notJson) {
            return null;
        }
    }
}
