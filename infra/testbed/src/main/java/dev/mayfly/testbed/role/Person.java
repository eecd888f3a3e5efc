package dev.mayfly.testbed.role;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.contact.RememberedPins;
import dev.mayfly.client.evidence.EvidenceStore;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.client.party.Budgets;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.Surroundings;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.testbed.http.RoleServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A user with keys and a client, and the few things users do. */
public final class Person implements AutoCloseable {
    private final Party party;
    private final UserKeys keys;
    private final MayflyClient client;

    /** Registers nothing yet. */
    public Person(Party party, UserKeys keys, Network network, EvidenceStore evidence, Budgets budgets) {
        this.party = party;
        this.keys = keys;
        this.client = MayflyClient.connect(
                network,
                Keyring.of(keys),
                new RememberedPins(),
                () -> RoleServer.token(keys.user()),
                evidence,
                Surroundings.of(budgets, party.clock(), party.random()));
    }

    /** Its clock, randomness and name. */
    public Party party() {
        return party;
    }

    /** Its keys. */
    public UserKeys keys() {
        return keys;
    }

    /** Its client. */
    public MayflyClient client() {
        return client;
    }

    /** Sends text in a container of its own; the container's id. */
    public Bytes send(Person to, String text, Duration lifetime, Threshold threshold) throws RejectedException {
        try (SecretBytes content = SecretBytes.copyOf(text.getBytes(StandardCharsets.UTF_8))) {
            return client.send(client.lookUp(to.keys.user()), lifetime, threshold, content);
        }
    }

    /** What waits in the inbox under a container's id. */
    public CoordinatorApi.InboxItem waiting(Bytes containerId) {
        return client.inbox().stream()
                .filter(item -> item.containerId().equals(containerId))
                .findFirst()
                .orElseThrow();
    }

    /** Fetches what waits; the caller closes it. */
    public FetchedMessage fetch(Bytes containerId) throws RejectedException {
        return client.fetch(waiting(containerId));
    }

    /** Opens a message and tells what it says. */
    public String read(FetchedMessage fetched) throws RejectedException {
        try (ReceivedMessage received = client.unseal(fetched)) {
            return received.content().use(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        keys.close();
    }
}
