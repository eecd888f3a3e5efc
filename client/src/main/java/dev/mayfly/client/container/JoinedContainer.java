package dev.mayfly.client.container;

/**
 * An active container, verified, and what the coordinator says was sent in it, which is not. Close it to wipe the access key.
 *
 * @param sent the sender's statement; empty while nothing was sent
 * @param message compact JWE; empty while nothing was sent
 */
public record JoinedContainer(ActiveContainer container, String sent, String message) implements AutoCloseable {
    @Override
    public void close() {
        container.close();
    }

    @Override
    public String toString() {
        return "JoinedContainer[" + container + "]";
    }
}
