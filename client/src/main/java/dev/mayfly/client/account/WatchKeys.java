package dev.mayfly.client.account;

import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Directory;
import dev.mayfly.client.party.Session;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.identity.PublicKeys;
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
                me.waiting().filter(reset -> !mine.contains(reset.keys())));
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
