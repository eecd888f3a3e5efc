package dev.mayfly.client.container;

import dev.mayfly.client.entropy.EndShares;
import dev.mayfly.client.party.Session;
import dev.mayfly.domain.container.RevokeStatement;
import dev.mayfly.domain.share.End;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.Deadline;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Ends a container before its time. The coordinator comes first, because it decides which end was first; then the nodes, whose
 * erasures go on the ledger. Repeating it finishes what was left.
 */
public final class EndContainer {
    private final Session session;

    public EndContainer(Session session) {
        this.session = session;
    }

    /** Revokes a container as one of its parties. */
    public Ending revoke(ActiveContainer container) {
        RevokeStatement claims =
                new RevokeStatement(session.toCoordinator(), container.drawn().id());
        String statement = RevokeStatement.TYPE
                .sign(claims, container.me(session).signing())
                .compact();
        return end(
                container,
                (coordinator, end) ->
                        coordinator.revoke(new CoordinatorApi.Revoke(statement, container.opening(), end)));
    }

    /**
     * Ends a container in the way that {@code atCoordinator} asks for, then tells its nodes.
     *
     * @param atCoordinator tells the coordinator, given the access key's {@code end} statement that it keeps for the nodes
     */
    public Ending end(
            ActiveContainer container, BiFunction<CoordinatorClient, String, CoordinatorApi.State> atCoordinator) {
        Session within = session.until(Deadline.in(session.budgets().ending()));
        String end = sign(container);
        CoordinatorApi.State state = atCoordinator.apply(within.coordinator(), end);
        List<String> erasures = new EndShares(within.nodes()).end(container.drawn(), container.certificate(), end);
        int erased = erasures.isEmpty() ? 0 : record(within, container, erasures);
        int issued = container.certificate().dealing().contributions().size();
        return new Ending(state.state(), erased, issued);
    }

    private String sign(ActiveContainer container) {
        Issued issued = Issued.now(session.network().name(), Issued.NODES, session.clock(), session.random());
        End end = new End(issued, container.drawn().id());
        return End.TYPE.sign(end, container.invitation().accessKey()).compact();
    }

    private static int record(Session within, ActiveContainer container, List<String> erasures) {
        return within.coordinator()
                .erasures(new CoordinatorApi.Erasures(container.drawn().id(), erasures))
                .ranks()
                .size();
    }
}
