package dev.mayfly.client.message;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.LookUp;
import dev.mayfly.client.party.Session;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Jwe;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.container.OpenStatement;
import dev.mayfly.domain.container.PartyStatement;
import dev.mayfly.domain.dealing.Dealing;
import dev.mayfly.domain.dealing.QuorumCertificate;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.transport.Deadline;

/** Fetches the message of a container that waits, and verifies all of it before any key is derived. */
public final class FetchMessage {
    private final Session session;
    private final LookUp lookUp;

    public FetchMessage(Session session, LookUp lookUp) {
        this.session = session;
        this.lookUp = lookUp;
    }

    public FetchedMessage fetch(CoordinatorApi.InboxItem item) throws RejectedException {
        Invitation invitation = Invitation.open(
                item.invitation(), item.containerId(), session.me().encryption());
        try {
            Deadline deadline = Deadline.in(session.budgets().exchange());
            session.requireNotEnded(invitation.fields());
            Role role = invitation.user(Role.SENDER).equals(session.me().user()) ? Role.SENDER : Role.RECEIVER;
            if (!invitation.user(role).equals(session.me().user())) {
                throw new RejectedException("invitation", "the invitation is for somebody else");
            }
            invitation.requireParty(role, session.me().publicKeys());
            Contact peer = lookUp.lookUp(invitation.user(role.other()), deadline);
            invitation.requireParty(role.other(), peer.keys());
            return verified(ask(invitation, role, deadline), invitation, role, peer);
        } catch (RejectedException | RuntimeException failed) {
            invitation.close();
            throw failed;
        }
    }

    private CoordinatorApi.Fetched ask(Invitation invitation, Role role, Deadline deadline) {
        PartyStatement question =
                new PartyStatement(session.toCoordinator(), invitation.fields().id());
        String statement =
                PartyStatement.FETCH.sign(question, session.me().signing()).compact();
        return session.until(deadline)
                .coordinator()
                .fetch(new CoordinatorApi.AskContainer(statement, ActiveContainer.opening(invitation, role)));
    }

    private FetchedMessage verified(CoordinatorApi.Fetched answer, Invitation invitation, Role role, Contact peer)
            throws RejectedException {
        ContainerFields fields = invitation.fields();
        if (!answer.container().equals(fields.encoded())) {
            throw new RejectedException("container", "the coordinator answers with another container");
        }
        Registry registry = Registry.verify(answer.registry(), session.network());
        DrawnContainer drawn = DrawnContainer.verify(fields, answer.proof(), session.network(), registry);
        requireOpenedBy(key(fields.opener(), role, peer), answer.open(), drawn);
        Dealing dealing = Dealing.verify(answer.dealing(), drawn);
        QuorumCertificate certificate = QuorumCertificate.verify(drawn, dealing, answer.holdings());
        Jwe message = Jwe.parse(answer.message());
        MessageStatement sent = sent(answer.sent(), key(Role.SENDER, role, peer), message, drawn);
        return new FetchedMessage(
                new ActiveContainer(invitation, drawn, answer.registry(), certificate, role, peer), message, sent);
    }

    private SigningPublicKey key(Role of, Role mine, Contact peer) {
        PublicKeys keys = of == mine ? session.me().publicKeys() : peer.keys();
        return keys.signing();
    }

    private static void requireOpenedBy(SigningPublicKey opener, String open, DrawnContainer drawn)
            throws RejectedException {
        if (!OpenStatement.TYPE.verify(open, opener).claims().containerId().equals(drawn.id())) {
            throw new RejectedException("open", "the opener opened another container");
        }
    }

    private static MessageStatement sent(String compact, SigningPublicKey sender, Jwe message, DrawnContainer drawn)
            throws RejectedException {
        MessageStatement sent = MessageStatement.SENT.verify(compact, sender).claims();
        boolean overThis = sent.containerId().equals(drawn.id())
                && message.containerId().equals(drawn.id())
                && sent.messageDigest().equals(message.digest());
        if (!overThis) {
            throw new RejectedException("sent", "the sender sent another message");
        }
        return sent;
    }
}
