package dev.mayfly.client.message;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.entropy.EndShares;
import dev.mayfly.client.party.Session;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.share.End;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;
import java.util.List;

/**
 * Confirms a message. The coordinator comes first, because it decides which end was first; then the nodes, whose erasures go
 * on the ledger. Repeating it finishes what was left.
 */
public final class ConfirmMessage {
    private final Session session;
    private final EndShares endShares;

    public ConfirmMessage(Session session) {
        this.session = session;
        this.endShares = new EndShares(session.nodes());
    }

    public Delivery confirm(ReceivedMessage received) {
        ActiveContainer container = received.fetched().container();
        String end = end(container);
        CoordinatorApi.State state = session.coordinator()
                .receipt(new CoordinatorApi.Receipt(receipt(received.fetched().sent()), container.opening(), end));
        List<String> erasures = endShares.end(container.drawn(), container.certificate(), end);
        int erased = erasures.isEmpty() ? 0 : record(container, erasures);
        int issued = container.certificate().dealing().contributions().size();
        return new Delivery(state.state(), erased, issued);
    }

    private String receipt(MessageStatement sent) {
        MessageStatement receipt = new MessageStatement(
                session.toCoordinator(), sent.containerId(), sent.messageDigest(), sent.contentDigest());
        return MessageStatement.RECEIPT.sign(receipt, session.me().signing()).compact();
    }

    private String end(ActiveContainer container) {
        Issued issued = Issued.now(session.network().name(), Issued.NODES, session.clock(), session.random());
        return End.TYPE
                .sign(
                        new End(issued, container.drawn().id()),
                        container.invitation().accessKey())
                .compact();
    }

    private int record(ActiveContainer container, List<String> erasures) {
        return session.coordinator()
                .erasures(new CoordinatorApi.Erasures(container.drawn().id(), erasures))
                .ranks()
                .size();
    }
}
