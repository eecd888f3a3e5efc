package dev.mayfly.coordinator;

import dev.mayfly.coordinator.container.ActivateContainer;
import dev.mayfly.coordinator.container.ConfirmDelivery;
import dev.mayfly.coordinator.container.CreateContainer;
import dev.mayfly.coordinator.container.RecordErasures;
import dev.mayfly.coordinator.container.RevokeContainer;
import dev.mayfly.coordinator.container.TellState;
import dev.mayfly.domain.wire.CoordinatorApi;
import io.quarkus.funqy.Funq;
import io.quarkus.security.Authenticated;
import jakarta.enterprise.context.ApplicationScoped;

/** Functions about a container's life. */
@ApplicationScoped
public class ContainerFunctions {
    private final TokenUser user;
    private final CreateContainer createContainer;
    private final ActivateContainer activateContainer;
    private final TellState tellState;
    private final ConfirmDelivery confirmDelivery;
    private final RevokeContainer revokeContainer;
    private final RecordErasures recordErasures;

    ContainerFunctions(
            TokenUser user,
            CreateContainer createContainer,
            ActivateContainer activateContainer,
            TellState tellState,
            ConfirmDelivery confirmDelivery,
            RevokeContainer revokeContainer,
            RecordErasures recordErasures) {
        this.user = user;
        this.createContainer = createContainer;
        this.activateContainer = activateContainer;
        this.tellState = tellState;
        this.confirmDelivery = confirmDelivery;
        this.revokeContainer = revokeContainer;
        this.recordErasures = recordErasures;
    }

    /** Opens a container and draws its committee. */
    @Funq("v1/open")
    @Authenticated
    public CoordinatorApi.Opened open(CoordinatorApi.Open request) {
        return createContainer.create(user.get(), request);
    }

    /** Activates a container under its quorum certificate. */
    @Funq("v1/activate")
    @Authenticated
    public CoordinatorApi.State activate(CoordinatorApi.Activate request) {
        return activateContainer.activate(user.get(), request);
    }

    /** Tells a party how its container stands. */
    @Funq("v1/status")
    @Authenticated
    public CoordinatorApi.State status(CoordinatorApi.AskContainer request) {
        return tellState.tell(user.get(), request);
    }

    /** Ends a container by the receiver's receipt. */
    @Funq("v1/receipt")
    @Authenticated
    public CoordinatorApi.State receipt(CoordinatorApi.Receipt request) {
        return confirmDelivery.confirm(user.get(), request);
    }

    /** Ends a container by the word of either party. */
    @Funq("v1/revoke")
    @Authenticated
    public CoordinatorApi.State revoke(CoordinatorApi.Revoke request) {
        return revokeContainer.revoke(user.get(), request);
    }

    /** Puts nodes' erasures on the ledger; their signatures are all it takes. */
    @Funq("v1/erasures")
    public CoordinatorApi.Erased erasures(CoordinatorApi.Erasures request) {
        return recordErasures.record(request);
    }
}
