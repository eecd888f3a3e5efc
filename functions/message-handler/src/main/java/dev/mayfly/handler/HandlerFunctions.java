package dev.mayfly.handler;

import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.edge.Reply;
import dev.mayfly.handler.message.ConfirmMessage;
import dev.mayfly.handler.message.FillContainer;
import dev.mayfly.handler.message.ListContainers;
import dev.mayfly.handler.message.ReceiveMessage;
import dev.mayfly.handler.message.RegisterOwner;
import dev.mayfly.handler.message.RequestMessage;
import dev.mayfly.handler.message.RevokeContainer;
import dev.mayfly.handler.message.SendMessage;
import io.quarkus.funqy.Funq;
import io.quarkus.security.Authenticated;
import jakarta.enterprise.context.ApplicationScoped;

/** What an app may ask its owner's handler. */
@ApplicationScoped
public class HandlerFunctions {
    private final CallingApp app;
    private final RegisterOwner registerOwner;
    private final SendMessage sendMessage;
    private final RequestMessage requestMessage;
    private final FillContainer fillContainer;
    private final ListContainers listContainers;
    private final ReceiveMessage receiveMessage;
    private final ConfirmMessage confirmMessage;
    private final RevokeContainer revokeContainer;
    private final Reply reply;

    HandlerFunctions(
            CallingApp app,
            RegisterOwner registerOwner,
            SendMessage sendMessage,
            RequestMessage requestMessage,
            FillContainer fillContainer,
            ListContainers listContainers,
            ReceiveMessage receiveMessage,
            ConfirmMessage confirmMessage,
            RevokeContainer revokeContainer,
            Reply reply) {
        this.app = app;
        this.registerOwner = registerOwner;
        this.sendMessage = sendMessage;
        this.requestMessage = requestMessage;
        this.fillContainer = fillContainer;
        this.listContainers = listContainers;
        this.receiveMessage = receiveMessage;
        this.confirmMessage = confirmMessage;
        this.revokeContainer = revokeContainer;
        this.reply = reply;
    }

    /** Registers the owner's keys. */
    @Funq("v1/register")
    @Authenticated
    public HandlerApi.Registered register(HandlerApi.Register request) {
        app.requireOwners();
        return registerOwner.register(request);
    }

    /** Sends content to a user. */
    @Funq("v1/send")
    @Authenticated
    public HandlerApi.Sent send(HandlerApi.Send request) {
        app.requireOwners();
        return sendMessage.send(request);
    }

    /** Asks a user for content. */
    @Funq("v1/request")
    @Authenticated
    public HandlerApi.Requested request(HandlerApi.Request request) {
        app.requireOwners();
        return requestMessage.request(request);
    }

    /** Lists the containers in which others ask the owner for content; by GET. */
    @Funq("v1/to-fill")
    @Authenticated
    public HandlerApi.Inbox toFill() {
        app.requireOwners();
        return listContainers.toFill();
    }

    /** Sends content to who asked for it. */
    @Funq("v1/fill")
    @Authenticated
    public HandlerApi.Sent fill(HandlerApi.Fill request) {
        app.requireOwners();
        return fillContainer.fill(request);
    }

    /** Lists the owner's containers; by GET. */
    @Funq("v1/inbox")
    @Authenticated
    public HandlerApi.Inbox inbox() {
        app.requireOwners();
        return listContainers.all();
    }

    /** Opens a message. */
    @Funq("v1/receive")
    @Authenticated
    public HandlerApi.Received receive(HandlerApi.Ask request) {
        app.requireOwners();
        HandlerApi.Received received = receiveMessage.receive(request.containerId());
        reply.wipeWhenSent(received.content());
        return received;
    }

    /** Confirms a message, which ends its container. */
    @Funq("v1/receipt")
    @Authenticated
    public HandlerApi.Ended receipt(HandlerApi.Ask request) {
        app.requireOwners();
        return confirmMessage.confirm(request.containerId());
    }

    /** Ends a container, read or not. */
    @Funq("v1/revoke")
    @Authenticated
    public HandlerApi.Ended revoke(HandlerApi.Ask request) {
        app.requireOwners();
        return revokeContainer.revoke(request.containerId());
    }

    /** Tells how a container stands. */
    @Funq("v1/status")
    @Authenticated
    public HandlerApi.Item status(HandlerApi.Ask request) {
        app.requireOwners();
        return listContainers.one(request.containerId());
    }
}
