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

/** The opener's way from a draw to an active container. */
public final class AgreeOnEntropy {
    private final Session session;
    private final GatherContributions gatherContributions;
    private final DealShares dealShares;

    public AgreeOnEntropy(Session session) {
        this.session = session;
        this.gatherContributions = new GatherContributions(session.nodes(), session.clock(), session.random());
        this.dealShares = new DealShares(session.nodes(), session.clock(), session.random());
    }

    public SortedMap<Integer, Contributed> gather(OpenedContainer opened) {
        return gatherContributions.gather(opened.drawn(), opened.invitation().accessKey());
    }

    public AgreedDealing deal(OpenedContainer opened, SortedMap<Integer, Contributed> contributions) {
        return dealShares.deal(opened.drawn(), opened.invitation().accessKey(), contributions);
    }

    public ActiveContainer activate(OpenedContainer opened, AgreedDealing dealing) {
        Role role = opened.invitation().fields().opener();
        ActiveContainer active =
                new ActiveContainer(opened.invitation(), opened.drawn(), dealing.certificate(), role, opened.peer());
        ActivateStatement statement = new ActivateStatement(
                session.toCoordinator(),
                opened.drawn().id(),
                dealing.certificate().dealing().digest());
        session.coordinator()
                .activate(new CoordinatorApi.Activate(
                        ActivateStatement.TYPE
                                .sign(statement, session.me().signing())
                                .compact(),
                        active.opening(),
                        dealing.certificate().dealing().statement().compact(),
                        dealing.holdings()));
        return active;
    }
}
