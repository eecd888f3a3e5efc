package dev.mayfly.client;

import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.directory.SuccessionStatement;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;
import java.util.ArrayList;
import java.util.List;

/** What a directory keeps of one user, and tells. Every change is what the rules allow; a test changes the answer. */
public final class TestDirectory {
    private final String network;
    private final KeyIndex index;
    private final List<CoordinatorApi.KeyVersion> versions = new ArrayList<>();
    private final List<CoordinatorApi.KeyVersion> waiting = new ArrayList<>();
    private final List<KeyEntry> recorded = new ArrayList<>();
    private UserKeys newest;

    /** A user that registered its first keys. */
    public TestDirectory(String network, VrfPrivateKey vrf, UserKeys first) {
        this.network = network;
        this.index = KeyIndex.of(first.user(), vrf);
        Bytes salt = salt();
        var entry = new KeyEntry.KeysRegistered(
                index.value(), 1, KeyEntry.NO_PREDECESSOR, first.publicKeys().commitment(salt));
        add(first, salt, entry, "");
    }

    /** New keys that the old ones agreed to. */
    public TestDirectory rotate(UserKeys next) {
        Bytes salt = salt();
        var entry = new KeyEntry.KeysRegistered(
                index.value(),
                versions.size() + 1,
                predecessor(),
                next.publicKeys().commitment(salt));
        return add(next, salt, entry, succession(entry, newest));
    }

    /** New keys that nobody agreed to. */
    public TestDirectory reset(UserKeys next) {
        waitFor(next, 0);
        Bytes salt = waiting.remove(0).salt();
        var entry = new KeyEntry.KeysReset(
                index.value(),
                versions.size() + 1,
                predecessor(),
                next.publicKeys().commitment(salt));
        return add(next, salt, entry, "");
    }

    /** A reset that waits. */
    public TestDirectory waitFor(UserKeys next, long effectiveAt) {
        Bytes salt = salt();
        var entry = new KeyEntry.KeysResetRequested(
                index.value(),
                versions.size() + 1,
                predecessor(),
                next.publicKeys().commitment(salt),
                effectiveAt);
        waiting.add(told(next, salt, entry, ""));
        recorded.add(entry);
        return this;
    }

    /** Entries about the user on a ledger, each behind nine others. */
    public List<Bytes> trail() {
        List<Bytes> trail = new ArrayList<>();
        for (KeyEntry entry : recorded) {
            Bytes prev = Bytes.random(TestCommittee.RANDOM, 32);
            trail.add(Entry.following(prev, 10L * trail.size(), TestCommittee.NOW, entry)
                    .encoded());
        }
        return trail;
    }

    /** Says that the reset that waits was cancelled. */
    public TestDirectory cancel() {
        Bytes reset = waiting.remove(0).entry().sha256();
        recorded.add(new KeyEntry.KeysResetCancelled(index.value(), reset, reset));
        return this;
    }

    /** What it tells. */
    public CoordinatorApi.RegisteredKeys answer() {
        return new CoordinatorApi.RegisteredKeys(index.proof().bytes(), List.copyOf(versions), List.copyOf(waiting));
    }

    public KeyIndex index() {
        return index;
    }

    /** The agreement of a key to an entry. */
    public String succession(KeyEntry.KeysRegistered entry, UserKeys signer) {
        Issued issued = Issued.now(network, Issued.PUBLIC, TestCommittee.CLOCK, TestCommittee.RANDOM);
        return SuccessionStatement.TYPE
                .sign(new SuccessionStatement(issued, entry.digest()), signer.signing())
                .compact();
    }

    private TestDirectory add(UserKeys keys, Bytes salt, KeyEntry.Version entry, String succession) {
        versions.add(told(keys, salt, entry, succession));
        recorded.add(entry);
        newest = keys;
        return this;
    }

    private static CoordinatorApi.KeyVersion told(UserKeys keys, Bytes salt, KeyEntry entry, String succession) {
        return new CoordinatorApi.KeyVersion(
                keys.signing().publicKey().bytes(),
                keys.encryption().publicKey().bytes(),
                salt,
                entry.type(),
                entry.encoded(),
                succession);
    }

    private Bytes predecessor() {
        return versions.get(versions.size() - 1).entry().sha256();
    }

    private static Bytes salt() {
        return Bytes.random(TestCommittee.RANDOM, 64);
    }
}
