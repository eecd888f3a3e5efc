package dev.mayfly.coordinator.container;

import dev.mayfly.coordinator.meter.CoordinatorMeters;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.DrawnContainers;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.container.StoredContainer.Certificate;
import dev.mayfly.domain.dealing.ActivateStatement;
import dev.mayfly.domain.dealing.Dealing;
import dev.mayfly.domain.dealing.QuorumCertificate;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.role.log.Figure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Activates a container under the one dealing that a quorum of its nodes holds. */
@Singleton
public class ActivateContainer {
    private static final Logger LOG = Logger.getLogger(ActivateContainer.class);

    private final Parties parties;
    private final DrawnContainers drawn;
    private final ContainerStore containers;
    private final CoordinatorMeters meters;
    private final Clock clock;

    ActivateContainer(
            Parties parties, DrawnContainers drawn, ContainerStore containers, CoordinatorMeters meters, Clock clock) {
        this.parties = parties;
        this.drawn = drawn;
        this.containers = containers;
        this.meters = meters;
        this.clock = clock;
    }

    /** Activates what the caller opened; the same dealing again finds the container as it stands. */
    public CoordinatorApi.State activate(UserId user, CoordinatorApi.Activate request) {
        var party = parties.recognise(user, ActivateStatement.TYPE, request.statement(), request.party());
        if (!party.isOpener()) {
            throw Refusal.of(ErrorCode.FORBIDDEN, "Only its opener activates a container.");
        }
        long now = clock.instant().getEpochSecond();
        StoredContainer container = party.container();
        if (container.certificate().isEmpty()) {
            container = activateFirst(party, request, now);
        }
        return answer(container, party.statement().claims(), now);
    }

    private StoredContainer activateFirst(
            Parties.Party<ActivateStatement> party, CoordinatorApi.Activate request, long now) {
        if (party.container().stateAt(now) != ContainerState.OPENING) {
            throw ended();
        }
        party.statement().claims().issued().requireCurrent(clock);
        Certificate certificate = verified(party, request);
        EntryBody.ContainerActivated entry = new EntryBody.ContainerActivated(
                party.container().fields().id(),
                certificate.dealing(),
                certificate.holdings(),
                party.statement().digest());
        StoredContainer container =
                containers.activateIfOpening(party.container().fields().id(), certificate, entry, now);
        if (container.certificate().equals(Optional.of(certificate))) {
            tellMargin(container.fields().threshold(), certificate.holdings().size());
        }
        return container;
    }

    /** In the log: how many more nodes could have been missing just now; on Lambda a metric is made of it. */
    private void tellMargin(Threshold threshold, int holders) {
        int margin = holders - threshold.quorum();
        new Figure("activationMargin", margin).in(() -> LOG.infof("A container became active, margin %d", margin));
        meters.activated(holders - threshold.k());
    }

    private Certificate verified(Parties.Party<ActivateStatement> party, CoordinatorApi.Activate request) {
        DrawnContainer container = drawn.of(party.container());
        String field = "/dealing";
        try {
            Dealing dealing = Dealing.verify(request.dealing(), container);
            if (!dealing.digest().equals(party.statement().claims().dealingDigest())) {
                throw new RejectedException("the statement names another dealing");
            }
            field = "/holdings";
            QuorumCertificate.verify(container, dealing, request.holdings());
            return new Certificate(dealing.digest(), request.dealing(), request.holdings());
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, field);
        }
    }

    private static CoordinatorApi.State answer(StoredContainer container, ActivateStatement asked, long now) {
        Certificate certificate = container.certificate().orElseThrow(ActivateContainer::ended);
        if (!certificate.digest().equals(asked.dealingDigest())) {
            throw Refusal.ofField(
                    ErrorCode.DEALING_CONFLICT, "/dealing", "The container is active under another dealing.");
        }
        return TellState.answer(container, now);
    }

    private static Refusal ended() {
        return Refusal.of(ErrorCode.CONTAINER_ENDED, "The container has ended; open a new one.");
    }
}
