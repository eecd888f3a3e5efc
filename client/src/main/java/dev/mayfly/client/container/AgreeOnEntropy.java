package dev.mayfly.client.container;

import dev.mayfly.client.entropy.AgreedDealing;
import dev.mayfly.client.entropy.Contributed;
import dev.mayfly.client.entropy.DealShares;
import dev.mayfly.client.entropy.GatherContributions;
import dev.mayfly.client.party.Session;
import dev.mayfly.domain.dealing.ActivateStatement;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.wire.CoordinatorApi;
import java.util.SortedMap;

/** The opener's way from a draw to an active container, all of it before the container's {@code activateBy}. */
public final class AgreeOnEntropy {
    private final Session session;

    public AgreeOnEntropy(Session session) {
        this.session = session;
    }

    public SortedMap<Integer, Contributed> gather(OpenedContainer opened) {
        Session within = session.until(opened.activateBy());
        return new GatherContributions(within.nodes(), within.clock(), within.random(), within.observer())
                .gather(opened.drawn(), opened.invitation().accessKey());
    }

    public AgreedDealing deal(OpenedContainer opened, SortedMap<Integer, Contributed> contributions) {
        Session within = session.until(opened.activateBy());
        return new DealShares(within.nodes(), within.clock(), within.random())
                .deal(opened.drawn(), opened.invitation().accessKey(), contributions);
    }

    public ActiveContainer activate(OpenedContainer opened, AgreedDealing dealing) {
        Role role = opened.invitation().fields().opener();
        ActiveContainer active = new ActiveContainer(
                opened.invitation(), opened.drawn(), opened.registry(), dealing.certificate(), role, opened.peer());
        ActivateStatement statement = new ActivateStatement(
                session.toCoordinator(),
                opened.drawn().id(),
                dealing.certificate().dealing().digest());
        session.until(opened.activateBy())
                .coordinator()
                .activate(new CoordinatorApi.Activate(
                        ActivateStatement.TYPE
                                .sign(statement, active.me(session).signing())
                                .compact(),
                        active.opening(),
                        dealing.certificate().dealing().statement().compact(),
                        dealing.holdings()));
        session.observer()
                .activated(dealing.holdings().size()
                        - opened.drawn().fields().threshold().k());
        return active;
    }
}
