package dev.mayfly.client.party;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.identity.KeyIndex;
import dev.mayfly.domain.identity.KeysStatement;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.wire.CoordinatorApi;
import java.util.ArrayList;
import java.util.List;

/**
 * Another user, with keys whose registrations are proved to be that user's.
 *
 * @param index where they stand on the ledger
 * @param entries bodies of the registrations, oldest first: what the ledger must show
 */
public record Contact(UserId user, PublicKeys keys, Bytes index, List<EntryBody.KeysRegistered> entries) {
    /**
     * Checks what the directory says of a user: the index is that user's, the registrations follow each other, and the keys
     * are those that the newest of them commits to.
     *
     * @throws RejectedException when any of it does not hold
     */
    public static Contact verify(UserId user, CoordinatorApi.RegisteredKeys answer, Network network)
            throws RejectedException {
        KeyIndex index = KeyIndex.verify(user, answer.proof(), network.vrf());
        PublicKeys keys = PublicKeys.parse(answer.signing(), answer.encryption());
        Bytes predecessor = KeysStatement.NO_PREDECESSOR;
        List<EntryBody.KeysRegistered> entries = new ArrayList<>();
        for (Bytes encoded : answer.entries()) {
            EntryBody.KeysRegistered entry = EntryBody.KeysRegistered.decode(encoded);
            boolean follows = entry.index().equals(index.value())
                    && entry.version() == entries.size() + 1
                    && entry.predecessor().equals(predecessor);
            if (!follows) {
                throw new RejectedException("entries", "the registrations do not follow each other");
            }
            entries.add(entry);
            predecessor = encoded.sha256();
        }
        if (entries.isEmpty() || !entries.get(entries.size() - 1).commitment().equals(keys.commitment(answer.salt()))) {
            throw new RejectedException("entries", "the newest registration is of other keys");
        }
        return new Contact(user, keys, index.value(), List.copyOf(entries));
    }
}
