package dev.mayfly.client.container;

import dev.mayfly.client.contact.LookUp;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Session;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.container.OpenStatement;
import dev.mayfly.domain.container.PartyStatement;
import dev.mayfly.domain.dealing.Dealing;
import dev.mayfly.domain.dealing.QuorumCertificate;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.transport.Deadline;

/**
 * Takes a party's place in an active container, with nothing but what is in its mailbox: as the opener's peer, or as the opener
 * itself that remembers nothing. All that a peer has to verify is verified, whoever opened it.
 */
public final class JoinContainer {
    private final Session session;
    private final LookUp lookUp;

    public JoinContainer(Session session, LookUp lookUp) {
        this.session = session;
        this.lookUp = lookUp;
    }

    public JoinedContainer join(CoordinatorApi.InboxItem item) throws RejectedException {
        Invitation invitation = session.keyring().open(item.invitation(), item.containerId());
        try {
            Deadline deadline = Deadline.in(session.budgets().exchange());
            session.requireNotEnded(invitation.fields());
            Role role = invitation.user(Role.SENDER).equals(session.me().user()) ? Role.SENDER : Role.RECEIVER;
            if (!invitation.user(role).equals(session.me().user())) {
                throw new RejectedException("invitation", "the invitation is for somebody else");
            }
            UserKeys me = session.keyring().namedIn(invitation, role).orElseThrow(() -> Invitation.ofAnother(role));
            Contact peer = lookUp.party(invitation, role.other(), deadline);
            CoordinatorApi.Fetched answer = ask(invitation, role, me, deadline);
            return new JoinedContainer(verified(answer, invitation, role, me, peer), answer.sent(), answer.message());
        } catch (RejectedException | RuntimeException failed) {
            invitation.close();
            throw failed;
        }
    }

    private CoordinatorApi.Fetched ask(Invitation invitation, Role role, UserKeys me, Deadline deadline) {
        PartyStatement question =
                new PartyStatement(session.toCoordinator(), invitation.fields().id());
        String statement = PartyStatement.FETCH.sign(question, me.signing()).compact();
        return session.until(deadline)
                .coordinator()
                .fetch(new CoordinatorApi.AskContainer(statement, ActiveContainer.opening(invitation, role)));
    }

    private ActiveContainer verified(
            CoordinatorApi.Fetched answer, Invitation invitation, Role role, UserKeys me, Contact peer)
            throws RejectedException {
        ContainerFields fields = invitation.fields();
        if (!answer.container().equals(fields.encoded())) {
            throw new RejectedException("container", "the coordinator answers with another container");
        }
        Registry registry = Registry.verify(answer.registry(), session.network());
        DrawnContainer drawn = DrawnContainer.verify(fields, answer.proof(), session.network(), registry);
        SigningPublicKey opener =
                fields.opener() == role ? me.signing().publicKey() : peer.keys().signing();
        requireOpenedBy(opener, answer.open(), drawn);
        Dealing dealing = Dealing.verify(answer.dealing(), drawn);
        QuorumCertificate certificate = QuorumCertificate.verify(drawn, dealing, answer.holdings());
        return new ActiveContainer(invitation, drawn, answer.registry(), certificate, role, peer);
    }

    private static void requireOpenedBy(SigningPublicKey opener, String open, DrawnContainer drawn)
            throws RejectedException {
        if (!OpenStatement.TYPE.verify(open, opener).claims().containerId().equals(drawn.id())) {
            throw new RejectedException("open", "the opener opened another container");
        }
    }
}
