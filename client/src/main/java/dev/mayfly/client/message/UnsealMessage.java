package dev.mayfly.client.message;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.key.Frame;
import dev.mayfly.client.key.MessageKey;
import dev.mayfly.client.key.PairSecret;
import dev.mayfly.client.party.Session;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;

/** Opens a message with the key that this party derives on its own, and forgets the key. */
public final class UnsealMessage {
    private final Session session;

    public UnsealMessage(Session session) {
        this.session = session;
    }

    public ReceivedMessage unseal(FetchedMessage fetched) throws RejectedException {
        ActiveContainer container = fetched.container();
        try (SecretBytes entropy = ReleasedEntropy.of(container, session);
                MessageKey key = PairSecret.key(session, container, entropy);
                SecretBytes encoded = key.open(fetched.message())) {
            Frame frame = Frame.decode(encoded);
            if (!frame.contentDigest().equals(fetched.sent().contentDigest())) {
                frame.close();
                throw new RejectedException("message", "the content is not what the sender stated");
            }
            return new ReceivedMessage(fetched, frame, key.commitment());
        }
    }
}
