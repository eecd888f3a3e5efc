package dev.mayfly.domain.share;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.statement.Issued;

/** A party's word to all nodes of a container that it is over, signed by the access key. Travels with every receipt. */
public record End(Issued issued, Bytes containerId) {
    /** {@code mayfly-end+jwt}. */
    public static final StatementType<End> TYPE = new StatementType<>(
            "end",
            (out, end) -> end.issued.write(out).bytes("containerId", end.containerId),
            in -> new End(Issued.read(in), in.bytes("containerId", 32)));

    /**
     * An end of this container, signed by its access key.
     *
     * @throws RejectedException when it is anything else
     */
    public static End verify(String compact, String network, Bytes containerId, SigningPublicKey accessKey)
            throws RejectedException {
        End end = TYPE.verify(compact, accessKey).claims();
        end.issued.requireFor(network, Issued.NODES);
        if (!end.containerId.equals(containerId)) {
            throw new RejectedException("end", "the end belongs to another container");
        }
        return end;
    }
}
