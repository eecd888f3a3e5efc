package dev.mayfly.client.container;

import dev.mayfly.client.draw.AskForDraw;
import dev.mayfly.client.draw.FreshNonces;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.NewestRegistry;
import dev.mayfly.client.party.Session;
import dev.mayfly.client.party.SignedRegistry;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.container.OpenStatement;
import dev.mayfly.domain.identity.PartyCommitment;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.Salts;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.transport.Deadline;
import java.time.Duration;

/** Opens a container with a peer, to send in or to ask for something in, and verifies the draw it got. */
public final class OpenContainer {
    private final Session session;
    private final NewestRegistry registries;
    private final FreshNonces freshNonces;
    private final AskForDraw askForDraw;

    public OpenContainer(Session session, NewestRegistry registries) {
        this.session = session;
        this.registries = registries;
        this.freshNonces = new FreshNonces(session.network().freshNonces(), session.clock());
        this.askForDraw = new AskForDraw(session);
    }

    /**
     * Opens it with this user in {@code role}.
     *
     * @throws dev.mayfly.client.draw.TooManyDrawsException when it would be one more with this peer than the network allows in an hour
     */
    public OpenedContainer open(Contact peer, Role role, Duration lifetime, Threshold threshold)
            throws RejectedException {
        Deadline activateBy = Deadline.in(session.budgets().opening());
        SignedRegistry registry = registries.fetch(activateBy);
        Invitation invitation = invite(peer, role, lifetime, threshold, registry.registry());
        try {
            DrawnContainer drawn = draw(invitation, peer, registry.registry(), activateBy);
            return new OpenedContainer(invitation, drawn, registry.statement(), peer, activateBy);
        } catch (RejectedException | RuntimeException failed) {
            invitation.close();
            throw failed;
        }
    }

    private record Side(UserId user, PublicKeys keys, Salts salts) {
        PartyCommitment commitment(Role role) {
            return PartyCommitment.of(role, user, keys, salts);
        }
    }

    private Invitation invite(Contact peer, Role role, Duration lifetime, Threshold threshold, Registry registry) {
        Side me = new Side(session.me().user(), session.me().publicKeys(), Salts.random(session.random()));
        Side other = new Side(peer.user(), peer.keys(), Salts.random(session.random()));
        Side sender = role == Role.SENDER ? me : other;
        Side receiver = role == Role.SENDER ? other : me;
        SigningPrivateKey accessKey = SigningPrivateKey.generate(session.random());
        long now = session.clock().instant().getEpochSecond();
        ContainerFields fields = new ContainerFields(
                session.network().name(),
                role,
                Bytes.random(session.random(), ContainerFields.NONCE_BYTES),
                sender.commitment(Role.SENDER),
                receiver.commitment(Role.RECEIVER),
                accessKey.publicKey(),
                now,
                now + lifetime.toSeconds(),
                threshold,
                registry.digest());
        return new Invitation(fields, sender.user(), receiver.user(), sender.salts(), receiver.salts(), accessKey);
    }

    private DrawnContainer draw(Invitation invitation, Contact peer, Registry registry, Deadline deadline)
            throws RejectedException {
        ContainerFields fields = invitation.fields();
        FreshNonces.Draw draw = freshNonces.take(peer.user());
        CoordinatorApi.Opened opened = askForDraw.ask(request(invitation, peer), deadline);
        draw.answered();
        DrawnContainer drawn = DrawnContainer.verify(fields, opened.proof(), session.network(), registry);
        if (!drawn.id().equals(opened.containerId()) || !drawn.committee().ids().equals(opened.committee())) {
            throw new RejectedException("committee", "the coordinator names another committee than its draw gives");
        }
        return drawn;
    }

    private CoordinatorApi.Open request(Invitation invitation, Contact peer) {
        ContainerFields fields = invitation.fields();
        Issued now = session.toCoordinator();
        Issued issued = new Issued(now.network(), now.audience(), fields.issuedAt(), now.jti());
        Statement<OpenStatement> statement = OpenStatement.TYPE.sign(
                new OpenStatement(issued, fields.id(), fields), session.me().signing());
        return new CoordinatorApi.Open(
                statement.compact(),
                ActiveContainer.opening(invitation, fields.opener()),
                new CoordinatorApi.User(peer.user().issuer(), peer.user().subject()),
                ActiveContainer.opening(invitation, fields.opener().other()),
                invitation.sealTo(session.me().encryption().publicKey(), session.random()),
                invitation.sealTo(peer.keys().encryption(), session.random()));
    }
}
