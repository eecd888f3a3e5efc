package dev.mayfly.cli.audit;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.share.Erasure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One entry in a line, for a person to read. */
final class EntryLine {
    private EntryLine() {}

    static String of(Entry entry) throws RejectedException {
        return "%6d  %s  %-20s %s"
                .formatted(
                        entry.seq(),
                        Instant.ofEpochSecond(entry.time()),
                        entry.body().type(),
                        words(entry.body()))
                .stripTrailing();
    }

    private static String words(EntryBody body) throws RejectedException {
        if (body instanceof EntryBody.ContainerCreated created) {
            return opened(ContainerFields.decode(created.fields()), created.committee());
        }
        if (body instanceof EntryBody.ContainerActivated activated) {
            return activated.holdings().size() + " nodes hold a share";
        }
        if (body instanceof EntryBody.SharesErased shares) {
            return "by the nodes of ranks " + ranks(shares.erasures());
        }
        if (body instanceof EntryBody.MessageSent sent) {
            return statement("sent", sent.sentDigest());
        }
        if (body instanceof EntryBody.ContainerDelivered delivered) {
            return statement("receipt", delivered.receiptDigest());
        }
        if (body instanceof EntryBody.ContainerRevoked revoked) {
            return statement("revoke", revoked.revokeDigest());
        }
        return body instanceof KeyEntry.Place keys ? "version " + keys.version() : "";
    }

    private static String opened(ContainerFields fields, List<String> committee) {
        return "opened by the %s, %s, until %s; drawn: %s"
                .formatted(
                        fields.opener().label(),
                        fields.threshold(),
                        Instant.ofEpochSecond(fields.expiresAt()),
                        String.join(", ", committee));
    }

    private static String statement(String kind, Bytes digest) {
        return "by a %s statement with the digest %s".formatted(kind, digest);
    }

    private static List<Integer> ranks(List<String> erasures) throws RejectedException {
        List<Integer> ranks = new ArrayList<>();
        for (String compact : erasures) {
            ranks.add(Erasure.TYPE.verifyEmbedded(compact).claims().rank());
        }
        return ranks;
    }
}
