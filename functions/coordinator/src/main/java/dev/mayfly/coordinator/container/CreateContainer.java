package dev.mayfly.coordinator.container;

import dev.mayfly.coordinator.directory.Callers;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.crypto.vrf.VrfProof;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.container.ContainerStore.Addressed;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.OpenStatement;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registries;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.selection.Committee;
import dev.mayfly.domain.selection.Draw;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Opens a container: checks who opens it for whom, draws its committee, records both. The same open gives the same answer for
 * as long as the container exists, whatever the clock says: there is no second roll.
 */
@Singleton
public class CreateContainer {
    private static final int MAX_INVITATION_BYTES = 4096;

    private final Network network;
    private final VrfPrivateKey vrfKey;
    private final Callers callers;
    private final Registries registries;
    private final ContainerStore containers;
    private final Clock clock;

    CreateContainer(
            Network network,
            VrfPrivateKey vrfKey,
            Callers callers,
            Registries registries,
            ContainerStore containers,
            Clock clock) {
        this.network = network;
        this.vrfKey = vrfKey;
        this.callers = callers;
        this.registries = registries;
        this.containers = containers;
        this.clock = clock;
    }

    /** Opens the container that the caller's statement describes. */
    public CoordinatorApi.Opened create(UserId user, CoordinatorApi.Open request) {
        Callers.Registered opener = callers.registered(user, "/statement");
        Statement<OpenStatement> open = callers.signed(opener, OpenStatement.TYPE, request.statement());
        Callers.Registered peer = callers.registered(peer(request, user), "/peer");
        ContainerFields fields = open.claims().fields();
        requireOpening(fields.opener(), opener, request.opener(), fields, "/opener");
        requireOpening(fields.opener().other(), peer, request.peerOpening(), fields, "/peerOpening");
        Optional<StoredContainer> existing = containers.find(fields.id());
        return answer(existing.orElseGet(() -> createFirst(open, opener, peer, request)));
    }

    private StoredContainer createFirst(
            Statement<OpenStatement> open,
            Callers.Registered opener,
            Callers.Registered peer,
            CoordinatorApi.Open request) {
        ContainerFields fields = open.claims().fields();
        Registry registry = registries.newest();
        requireAcceptable(open.claims(), registry);
        List<Addressed> parties = List.of(
                addressed(fields.opener(), opener, request.openerInvitation(), "/openerInvitation"),
                addressed(fields.opener().other(), peer, request.peerInvitation(), "/peerInvitation"));
        long now = clock.instant().getEpochSecond();
        VrfProof proof = Draw.prove(fields.id(), vrfKey);
        Committee committee = DrawnContainer.draw(proof.beta(), fields, network, registry);
        StoredContainer container = new StoredContainer(
                fields,
                proof.bytes(),
                registry.version(),
                committee.ids(),
                open.compact(),
                now,
                ContainerState.OPENING,
                Optional.empty(),
                Optional.empty(),
                false);
        EntryBody.ContainerCreated entry =
                new EntryBody.ContainerCreated(fields.encoded(), proof.bytes(), committee.ids(), open.digest());
        return containers.createIfAbsent(container, parties, entry, now);
    }

    private void requireAcceptable(OpenStatement open, Registry registry) {
        open.issued().requireCurrent(clock);
        try {
            DrawnContainer.requireAllowed(open.fields(), network);
        } catch (RejectedException rejected) {
            throw Refusal.ofField(ErrorCode.OUT_OF_BOUNDS, "/statement", rejected.getMessage());
        }
        if (!open.fields().registryDigest().equals(registry.digest())) {
            throw Refusal.ofField(
                    ErrorCode.REGISTRY_OUTDATED,
                    "/statement",
                    "The newest registry is version " + registry.version() + ".");
        }
    }

    private static UserId peer(CoordinatorApi.Open request, UserId opener) {
        try {
            UserId peer = UserId.of(request.peer().issuer(), request.peer().subject());
            if (peer.equals(opener)) {
                throw new RejectedException("a container has two parties");
            }
            return peer;
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/peer");
        }
    }

    private static void requireOpening(
            Role role, Callers.Registered party, CoordinatorApi.Opening opening, ContainerFields fields, String field) {
        boolean opens = Parties.role(opening.role(), field + "/role") == role
                && fields.party(role).opensTo(role, party.user(), party.keys(), Parties.salts(opening, field));
        if (!opens) {
            throw Refusal.ofField(
                    ErrorCode.REJECTED,
                    field,
                    "The commitment of the " + role.label() + " does not open to this user.");
        }
    }

    private static Addressed addressed(Role role, Callers.Registered party, Bytes invitation, String field) {
        if (invitation.size() > MAX_INVITATION_BYTES) {
            throw Refusal.ofField(
                    ErrorCode.PAYLOAD_TOO_LARGE,
                    field,
                    "An invitation has at most " + MAX_INVITATION_BYTES + " bytes.");
        }
        return new Addressed(role, party.index().value(), invitation);
    }

    private static CoordinatorApi.Opened answer(StoredContainer container) {
        return new CoordinatorApi.Opened(container.fields().id(), container.proof(), container.committee());
    }
}
