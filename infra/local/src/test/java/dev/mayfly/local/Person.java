package dev.mayfly.local;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.local.network.LocalNetwork;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A user of the network, new in each test. */
public final class Person implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final LocalNetwork network;
    final UserKeys keys;
    public final MayflyClient client;

    private Person(LocalNetwork network, UserKeys keys) {
        this.network = network;
        this.keys = keys;
        this.client = network.connect(keys);
    }

    /** A new user, registered. */
    public static Person registered(LocalNetwork network, String name) throws Exception {
        String subject = name + "-" + NUMBER.incrementAndGet();
        Person person = new Person(network, UserKeys.generate(network.issuer().user(subject), new SecureRandom()));
        person.client.register();
        return person;
    }

    /** The same person with a clock that is off. */
    MayflyClient withClockOffBy(Duration offset) {
        return network.connect(keys, Clock.offset(Clock.systemUTC(), offset));
    }

    /** Sends a text; the container's id. */
    public Bytes send(Person to, String text, Duration lifetime, Threshold threshold) throws Exception {
        Contact contact = client.lookUp(to.keys.user());
        try (SecretBytes content = SecretBytes.copyOf(text.getBytes(StandardCharsets.UTF_8))) {
            return client.send(contact, lifetime, threshold, content);
        }
    }

    Bytes request(Person from, Duration lifetime, Threshold threshold) throws Exception {
        return client.request(client.lookUp(from.keys.user()), lifetime, threshold);
    }

    /** Sends into a container that stands already, with nothing but what is in the mailbox. */
    void fill(Bytes containerId, String text) throws Exception {
        try (ActiveContainer container = client.join(waiting(containerId));
                SecretBytes content = SecretBytes.copyOf(text.getBytes(StandardCharsets.UTF_8))) {
            client.send(container, content);
        }
    }

    /** What waits under a container's id. */
    public CoordinatorApi.InboxItem waiting(Bytes containerId) {
        return client.find(containerId).orElseThrow();
    }

    /** Fetches what waits; the caller closes it. */
    public FetchedMessage fetch(Bytes containerId) throws Exception {
        return client.fetch(waiting(containerId));
    }

    /** Opens a message and tells what it says. */
    public String read(FetchedMessage fetched) throws Exception {
        try (ReceivedMessage received = client.unseal(fetched)) {
            return received.content().use(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        keys.close();
    }
}
