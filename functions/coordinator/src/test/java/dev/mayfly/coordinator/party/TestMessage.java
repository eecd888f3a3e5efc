package dev.mayfly.coordinator.party;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Jwe;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;

/**
 * A sealed message of a container. Its key and its content are random: a coordinator could not tell them from real ones.
 *
 * @param jwe compact
 */
public record TestMessage(TestContainer container, String jwe, Bytes contentDigest) {
    private static final int USUAL_BYTES = 1000;
    private static final int SALT_BYTES = 64;

    public static TestMessage of(TestContainer container) {
        return of(container, USUAL_BYTES);
    }

    /** A message of so many bytes, at least 64. */
    public static TestMessage of(TestContainer container, int size) {
        try (SecretBytes key = SecretBytes.random(TestParty.RANDOM, 32);
                SecretBytes content = SecretBytes.random(TestParty.RANDOM, size - SALT_BYTES)) {
            Bytes commitment = Bytes.random(TestParty.RANDOM, 32);
            Bytes salt = Bytes.random(TestParty.RANDOM, SALT_BYTES);
            String jwe = Jwe.seal(key, container.id(), commitment, salt, content, TestParty.RANDOM);
            return new TestMessage(container, jwe, Bytes.random(TestParty.RANDOM, 32));
        }
    }

    /** What {@code sent} and {@code receipt} are over. */
    public MessageStatement claims(Issued issued) {
        return new MessageStatement(issued, container.id(), digest(), contentDigest);
    }

    /** The sender's request. */
    public CoordinatorApi.Send request() {
        return request(container.sender(), claims(container.sender().issued()));
    }

    /** The same, by anybody and over anything. */
    public CoordinatorApi.Send request(TestParty by, MessageStatement sent) {
        return new CoordinatorApi.Send(by.states(MessageStatement.SENT, sent), container.openingOf(by), jwe);
    }

    /** The receiver's receipt. */
    public CoordinatorApi.Receipt receipt() {
        return receipt(container.receiver(), claims(container.receiver().issued()), container.end());
    }

    /** The same, by anybody, over anything, with any end. */
    public CoordinatorApi.Receipt receipt(TestParty by, MessageStatement receipt, String end) {
        return new CoordinatorApi.Receipt(by.states(MessageStatement.RECEIPT, receipt), container.openingOf(by), end);
    }

    public Bytes digest() {
        try {
            return Jwe.parse(jwe).digest();
        } catch (RejectedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
