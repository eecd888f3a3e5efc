package dev.mayfly.client.container;

import dev.mayfly.client.party.Session;
import dev.mayfly.domain.container.PartyStatement;
import dev.mayfly.domain.wire.CoordinatorApi;

/** Asks how a container stands. */
public final class AskStatus {
    private final Session session;

    public AskStatus(Session session) {
        this.session = session;
    }

    public String ask(ActiveContainer container) {
        PartyStatement question =
                new PartyStatement(session.toCoordinator(), container.drawn().id());
        String statement = PartyStatement.STATUS
                .sign(question, container.me(session).signing())
                .compact();
        return session.exchange()
                .coordinator()
                .status(new CoordinatorApi.AskContainer(statement, container.opening()))
                .state();
    }
}
