package dev.mayfly.domain.wire;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import java.util.List;

/**
 * Requests and replies of a message handler's functions, each {@code POST /v1/<name>} with a bearer token of one of its owner's
 * apps, except {@code inbox} and {@code to-fill} (GET). Here, between a user and the user's own handler, content travels in the
 * clear.
 */
public final class HandlerApi {
    private HandlerApi() {}

    /** Request of {@code register}: whom the caller takes for this handler's owner. */
    public record Register(User owner) {}

    /** Reply of {@code register}: the owner's key index, 32 bytes, under which the ledger shows the registration. */
    public record Registered(Bytes index) {}

    /** A user by its OpenID names. */
    public record User(String issuer, String subject) {}

    /**
     * Request of {@code send}.
     *
     * @param content up to 256 KiB
     * @param lifetimeSeconds how long it can be opened, within the network's bounds
     * @param k nodes that suffice to open it, of
     * @param n nodes; one of the network's pairs
     */
    public record Send(User to, SecretBytes content, long lifetimeSeconds, int k, int n) {}

    /** Reply of {@code send} and {@code fill}: the container that carries it, 32 bytes. */
    public record Sent(Bytes containerId) {}

    /**
     * Request of {@code request}.
     *
     * @param from who is asked for something
     * @param lifetimeSeconds how long what comes can be opened, from now on and within the network's bounds
     * @param k nodes that suffice to open it, of
     * @param n nodes; one of the network's pairs
     */
    public record Request(User from, long lifetimeSeconds, int k, int n) {}

    /** Reply of {@code request}: the container that waits for what was asked for, 32 bytes. */
    public record Requested(Bytes containerId) {}

    /**
     * Request of {@code fill}.
     *
     * @param containerId container that waits for content of the owner's, 32 bytes
     * @param content up to 256 KiB
     */
    public record Fill(Bytes containerId, SecretBytes content) {}

    /** Request of {@code receive}, {@code receipt}, {@code revoke} and {@code status}. */
    public record Ask(Bytes containerId) {}

    /**
     * A container of the owner's that has not ended. Reply of {@code status}.
     *
     * @param role the owner's, {@code sender} or {@code receiver}
     * @param peer the other party, as its invitation says; {@code receive} verifies it
     * @param state {@code opening} or {@code active}
     * @param messageStored whether its message is there to be received
     * @param expiresAt seconds since the epoch
     */
    public record Item(
            Bytes containerId, String role, User peer, String state, boolean messageStored, long expiresAt) {}

    /**
     * Reply of {@code inbox}: all of the owner's containers that have not ended, by container id. Reply of {@code to-fill}: those
     * of them that wait for content of the owner's.
     */
    public record Inbox(List<Item> items) {}

    /** Reply of {@code receive}: what the sender, verified, said. */
    public record Received(Bytes containerId, User sender, SecretBytes content) {}

    /**
     * Reply of {@code receipt} and {@code revoke}.
     *
     * @param state {@code delivered} or {@code revoked}
     * @param erased nodes that signed that their share is gone; the others are asked again by the expiry sweep
     * @param issued nodes that were dealt one
     */
    public record Ended(Bytes containerId, String state, int erased, int issued) {}
}
