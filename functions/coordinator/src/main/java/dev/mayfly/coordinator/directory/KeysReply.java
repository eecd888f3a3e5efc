package dev.mayfly.coordinator.directory;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.directory.KeyHistory;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.directory.Registration;
import dev.mayfly.domain.directory.ResetRequest;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;

/** A user's keys with what proves them: the proof of the index, and what stands on the ledger under it. */
final class KeysReply {
    private KeysReply() {}

    /** The reply, or the refusal that there are no keys to tell. */
    static CoordinatorApi.RegisteredKeys of(KeyIndex index, KeyHistory history) {
        if (history.versions().isEmpty()) {
            throw unknown();
        }
        return new CoordinatorApi.RegisteredKeys(
                index.proof().bytes(),
                history.versions().stream().map(KeysReply::version).toList(),
                history.waiting().stream().map(KeysReply::reset).toList());
    }

    static Refusal unknown() {
        return Refusal.ofField(ErrorCode.KEYS_UNKNOWN, "/statement", "No keys are registered for this user.");
    }

    static Refusal conflict() {
        return Refusal.ofField(ErrorCode.KEYS_CONFLICT, "/statement", "Other keys are registered for this user.");
    }

    private static CoordinatorApi.KeyVersion version(Registration version) {
        return keys(
                version.keys(),
                version.salt(),
                version.entry(),
                version.succession().orElse(""));
    }

    private static CoordinatorApi.KeyVersion reset(ResetRequest reset) {
        return keys(reset.keys(), reset.salt(), reset.entry(), "");
    }

    private static CoordinatorApi.KeyVersion keys(PublicKeys keys, Bytes salt, KeyEntry entry, String succession) {
        return new CoordinatorApi.KeyVersion(
                keys.signing().bytes(), keys.encryption().bytes(), salt, entry.type(), entry.encoded(), succession);
    }
}
