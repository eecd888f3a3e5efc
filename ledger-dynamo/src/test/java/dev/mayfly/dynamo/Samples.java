package dev.mayfly.dynamo;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.ContainerStore.Addressed;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.identity.PartyCommitment;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.message.StoredMessage;
import dev.mayfly.domain.network.Threshold;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the stores keep, made of random bytes: a store judges no signature. */
public final class Samples {
    public static final String NETWORK = "pond";
    public static final SecureRandom RANDOM = new SecureRandom();

    /** When sample containers are created, seconds since the epoch. */
    public static final long CREATED = 1_800_000_000;
    /** When they end. */
    public static final long EXPIRES = CREATED + 3600;

    private static final SigningPublicKey ACCESS_KEY =
            SigningPrivateKey.generate(RANDOM).publicKey();

    private Samples() {}

    public static Bytes bytes(int size) {
        return Bytes.random(RANDOM, size);
    }

    public static SigningPublicKey accessKey() {
        return ACCESS_KEY;
    }

    /** A container that was just opened; no two are the same. */
    public static StoredContainer opening() {
        return opening(EXPIRES);
    }

    public static StoredContainer opening(long expiresAt) {
        return opening(fields(expiresAt), "open-" + bytes(8));
    }

    public static StoredContainer opening(ContainerFields fields, String open) {
        return new StoredContainer(
                fields,
                bytes(81),
                1,
                List.of("node-1", "node-2", "node-3", "node-4"),
                open,
                CREATED,
                ContainerState.OPENING,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    public static ContainerFields fields(long expiresAt) {
        return new ContainerFields(
                NETWORK,
                Role.SENDER,
                bytes(32),
                new PartyCommitment(bytes(32), bytes(32)),
                new PartyCommitment(bytes(32), bytes(32)),
                ACCESS_KEY,
                CREATED,
                expiresAt,
                new Threshold(2, 3),
                bytes(32));
    }

    public static List<Addressed> addressed() {
        return List.of(
                new Addressed(Role.SENDER, bytes(32), bytes(200)), new Addressed(Role.RECEIVER, bytes(32), bytes(200)));
    }

    public static EntryBody.ContainerCreated created(StoredContainer container) {
        return new EntryBody.ContainerCreated(
                container.fields().encoded(), container.proof(), container.committee(), bytes(32));
    }

    public static StoredContainer.Certificate certificate() {
        return new StoredContainer.Certificate(bytes(32), "dealing-" + bytes(8), List.of("holding-1", "holding-2"));
    }

    public static EntryBody.ContainerActivated activated(Bytes id, StoredContainer.Certificate certificate) {
        return new EntryBody.ContainerActivated(id, certificate.dealing(), certificate.holdings(), bytes(32));
    }

    public static StoredMessage message() {
        return new StoredMessage("sent-" + bytes(8), "jwe-" + bytes(500));
    }

    public static EntryBody.MessageSent sent(Bytes id) {
        return new EntryBody.MessageSent(id, bytes(32));
    }

    public static EntryBody.ContainerDelivered delivered(Bytes id) {
        return new EntryBody.ContainerDelivered(id, bytes(32));
    }

    public static EntryBody.SharesErased erased(Bytes id, Integer... ranks) {
        return new EntryBody.SharesErased(
                id, Arrays.stream(ranks).map(rank -> "erasure-" + rank).toList());
    }
}
