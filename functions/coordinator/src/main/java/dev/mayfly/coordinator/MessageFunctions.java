package dev.mayfly.coordinator;

import dev.mayfly.coordinator.message.FetchMessage;
import dev.mayfly.coordinator.message.ReadInbox;
import dev.mayfly.coordinator.message.StoreMessage;
import dev.mayfly.domain.wire.CoordinatorApi;
import io.quarkus.funqy.Funq;
import io.quarkus.security.Authenticated;
import jakarta.enterprise.context.ApplicationScoped;

/** Functions about messages and the mailbox they wait in. */
@ApplicationScoped
public class MessageFunctions {
    private final TokenUser user;
    private final StoreMessage storeMessage;
    private final ReadInbox readInbox;
    private final FetchMessage fetchMessage;

    MessageFunctions(TokenUser user, StoreMessage storeMessage, ReadInbox readInbox, FetchMessage fetchMessage) {
        this.user = user;
        this.storeMessage = storeMessage;
        this.readInbox = readInbox;
        this.fetchMessage = fetchMessage;
    }

    /** Stores a container's one message. */
    @Funq("v1/send")
    @Authenticated
    public CoordinatorApi.Stored send(CoordinatorApi.Send request) {
        return storeMessage.store(user.get(), request);
    }

    /** Lists the containers that the caller is a party of. */
    @Funq("v1/inbox")
    @Authenticated
    public CoordinatorApi.Inbox inbox(CoordinatorApi.Ask request) {
        return readInbox.read(user.get(), request.statement());
    }

    /** Gives a party all that proves its container, and the message in it. */
    @Funq("v1/fetch")
    @Authenticated
    public CoordinatorApi.Fetched fetch(CoordinatorApi.AskContainer request) {
        return fetchMessage.fetch(user.get(), request);
    }
}
