package dev.mayfly.domain.message;

/**
 * The one message of a container.
 *
 * @param sent the sender's {@code sent} statement over it
 * @param message compact JWE
 */
public record StoredMessage(String sent, String message) {
    @Override
    public String toString() {
        return "StoredMessage[" + message.length() + " characters]";
    }
}
