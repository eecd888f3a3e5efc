package dev.mayfly.domain.wire;

import dev.mayfly.crypto.Bytes;
import java.util.List;

/**
 * Requests and replies of the coordinator's functions, each {@code POST /v1/<name>} with a bearer token, except
 * {@code registry} (GET, public) and {@code publish-registry} and {@code erasures}, whose statements speak for themselves.
 * A {@code statement} is a compact JWS (see {@code docs/protocol.md}, Statements).
 */
public final class CoordinatorApi {
    private CoordinatorApi() {}

    /** The newest registry, a statement of the network's admin. Reply of {@code registry}, request of {@code publish-registry}. */
    public record SignedRegistry(String registry) {}

    /** Request of {@code register-keys} and {@code reset-keys}: the statement of both public keys and their salt. */
    public record RegisterKeys(String statement) {}

    /** Request of {@code rotate-keys}: the statement of the new keys, and the {@code succession} statement of the old ones. */
    public record RotateKeys(String statement, String succession) {}

    /** Request of {@code lookup}, {@code inbox} and {@code cancel-reset}: nothing but the statement. */
    public record Ask(String statement) {}

    /**
     * A user's keys: reply of {@code register-keys}, {@code rotate-keys}, {@code reset-keys}, {@code cancel-reset} and
     * {@code lookup}.
     *
     * @param proof VRF proof, 81 bytes, that the entries are this user's
     * @param versions every version, oldest first; the last one is in force
     * @param waiting the reset that waits, {@code KEYS_RESET_REQUESTED}, or none
     */
    public record RegisteredKeys(Bytes proof, List<KeyVersion> versions, List<KeyVersion> waiting) {}

    /**
     * Keys with what the ledger shows of them.
     *
     * @param signing public signing key, 33 bytes SEC1 compressed
     * @param encryption public encryption key, 33 bytes SEC1 compressed
     * @param salt 64 bytes, opens the commitment in the entry
     * @param type type of the entry
     * @param entry body of the entry, canonical bytes
     * @param succession {@code succession} statement by the keys before; empty where there is none
     */
    public record KeyVersion(
            Bytes signing, Bytes encryption, Bytes salt, String type, Bytes entry, String succession) {}

    /**
     * What a party brings to show that a container's commitments are its own. Never stored.
     *
     * @param role {@code sender} or {@code receiver}
     * @param idSalt 64 bytes
     * @param keySalt 64 bytes
     */
    public record Opening(String role, Bytes idSalt, Bytes keySalt) {}

    /** A user by its OpenID names. */
    public record User(String issuer, String subject) {}

    /**
     * Request of {@code open}.
     *
     * @param statement {@code open} statement, holds the container's fields
     * @param opener how the caller's commitments open
     * @param peer the other party
     * @param peerOpening how the other party's commitments open
     * @param openerInvitation invitation sealed to the caller itself
     * @param peerInvitation invitation sealed to the peer
     */
    public record Open(
            String statement,
            Opening opener,
            User peer,
            Opening peerOpening,
            Bytes openerInvitation,
            Bytes peerInvitation) {}

    /**
     * Reply of {@code open}: the draw, the same for as long as the container exists.
     *
     * @param containerId 32 bytes
     * @param proof VRF proof over the container id, 81 bytes
     * @param committee node ids by rank, 1 first; the ones beyond n stand by
     */
    public record Opened(Bytes containerId, Bytes proof, List<String> committee) {}

    /** Request of {@code activate}: the dealing and the holdings that make the quorum certificate. */
    public record Activate(String statement, Opening party, String dealing, List<String> holdings) {}

    /** Request of {@code send}: the message, a compact JWE, and the {@code sent} statement over it. */
    public record Send(String statement, Opening party, String message) {}

    /** Request of {@code fetch} and {@code status}. */
    public record AskContainer(String statement, Opening party) {}

    /** Request of {@code receipt}: the receiver's {@code receipt} statement and the access key's {@code end} for the nodes. */
    public record Receipt(String statement, Opening party, String end) {}

    /** Request of {@code revoke}: a party's {@code revoke} statement and the access key's {@code end} for the nodes. */
    public record Revoke(String statement, Opening party, String end) {}

    /** Request of {@code erasures}: nodes' {@code erasure} statements of one container. */
    public record Erasures(Bytes containerId, List<String> erasures) {}

    /**
     * A container that the caller is a party of and that has not ended.
     *
     * @param role the caller's, {@code sender} or {@code receiver}
     * @param state {@code opening} or {@code active}
     * @param messageStored whether its message is there to be read
     * @param expiresAt seconds since the epoch
     * @param invitation sealed to the caller
     */
    public record InboxItem(
            Bytes containerId, String role, String state, boolean messageStored, long expiresAt, Bytes invitation) {}

    /** Reply of {@code inbox}: up to 100 items, and where the next page starts; empty {@code next} after the last one. */
    public record Inbox(List<InboxItem> items, Bytes next) {}

    /** Reply of {@code activate}, {@code receipt}, {@code revoke} and {@code status}: {@code opening, active, delivered, revoked} or {@code expired}. */
    public record State(Bytes containerId, String state, boolean messageStored) {}

    /** Reply of {@code send}: the message as it was stored first. */
    public record Stored(Bytes containerId, String statement, String message) {}

    /** Reply of {@code erasures}: the ranks whose erasure is on the ledger. */
    public record Erased(Bytes containerId, List<Integer> ranks) {}

    /**
     * Reply of {@code fetch}: all that a party needs to check the container and derive its key.
     *
     * @param container the container's fields, canonical bytes
     * @param registry the admin's statement of the registry it was drawn from
     * @param proof VRF proof of the draw, 81 bytes
     * @param open the opener's {@code open} statement
     * @param dealing the {@code dealing} statement
     * @param holdings the {@code holding} statements of its quorum certificate
     * @param sent the sender's {@code sent} statement; empty while nothing is stored
     * @param message compact JWE; empty while nothing is stored
     */
    public record Fetched(
            Bytes container,
            String registry,
            Bytes proof,
            String open,
            String dealing,
            List<String> holdings,
            String sent,
            String message) {}
}
