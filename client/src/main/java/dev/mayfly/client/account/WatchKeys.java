package dev.mayfly.client.account;

import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Directory;
import dev.mayfly.client.party.Session;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.ledger.KeyEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what stands in the directory under the user's own index with the keys that the user has. */
public final class WatchKeys {
    private final Session session;

    public WatchKeys(Session session) {
        this.session = session;
    }

    public OwnKeys watch() throws RejectedException {
        Contact me = new Directory(session.exchange()).askAboutMe();
        Set<PublicKeys> mine = session.keyring().all().map(UserKeys::publicKeys).collect(Collectors.toSet());
        return new OwnKeys(
                me,
                me.keys().equals(session.me().publicKeys()),
                unknown(me.versions(), mine),
                me.waiting().filter(reset -> !mine.contains(reset.keys())),
                List.of(),
                List.of());
    }

    /** The same, compared with a ledger as well. */
    public OwnKeys watch(AuditLog ledger) throws RejectedException {
        OwnKeys own = watch();
        List<KeyEntry.Place> told = new ArrayList<>(own.me().entries());
        own.me().waiting().map(Contact.Reset::entry).ifPresent(told::add);
        List<KeyEntry.Place> recorded =
                LedgerTrail.read(ledger, own.me().index()).places();
        return new OwnKeys(
                own.me(),
                own.inForce(),
                own.unknown(),
                own.unknownReset(),
                without(recorded, told),
                without(told, recorded));
    }

    private static List<KeyEntry.Place> without(List<KeyEntry.Place> places, List<KeyEntry.Place> others) {
        return places.stream().filter(place -> !others.contains(place)).toList();
    }

    /** Versions from before the user's oldest keys are not unknown: who lost its keys, or dropped old ones, has none of them. */
    private static List<Contact.Version> unknown(List<Contact.Version> versions, Set<PublicKeys> mine) {
        List<Contact.Version> since = versions.stream()
                .dropWhile(version -> !mine.contains(version.keys()))
                .toList();
        return (since.isEmpty() ? versions : since)
                .stream().filter(version -> !mine.contains(version.keys())).toList();
    }
}
