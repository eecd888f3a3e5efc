package dev.mayfly.handler.message;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.contact.KeysResetException;
import dev.mayfly.client.draw.TooManyDrawsException;
import dev.mayfly.client.entropy.TooFewNodesException;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.transport.UnreachableException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** The owner's client. Whatever goes wrong behind it becomes a problem that an app can be told. */
@Singleton
final class Party {
    private static final int ID_BYTES = 32;

    /** What is between handler and coordinator, so that the app that asked could not mend it. */
    private static final Set<ErrorCode> BETWEEN_US = EnumSet.of(
            ErrorCode.MALFORMED_REQUEST,
            ErrorCode.REJECTED,
            ErrorCode.STATEMENT_NOT_CURRENT,
            ErrorCode.UNAUTHENTICATED,
            ErrorCode.NOT_FOUND,
            ErrorCode.METHOD_NOT_ALLOWED,
            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
            ErrorCode.INTERNAL);

    private final MayflyClient client;
    private final Clock clock;

    Party(MayflyClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Something to ask the client. */
    @FunctionalInterface
    interface Question<T> {
        T ask(MayflyClient client) throws RejectedException;
    }

    /**
     * The client's answer.
     *
     * @throws Refusal what the coordinator or the nodes say, where it concerns the app; {@code handler-refused}, {@code
     *     contact-reset}, {@code quota-exceeded}, {@code unreachable}, {@code answer-rejected} or {@code too-few-nodes}
     */
    <T> T ask(Question<T> question) {
        try {
            return question.ask(client);
        } catch (RejectedException lied) {
            throw Refusal.of(ErrorCode.ANSWER_REJECTED, lied.getMessage());
        } catch (UnreachableException silent) {
            throw Refusal.of(ErrorCode.UNREACHABLE, silent.getMessage());
        } catch (TooFewNodesException few) {
            throw Refusal.of(ErrorCode.TOO_FEW_NODES, few.getMessage());
        } catch (KeysResetException reset) {
            throw Refusal.of(ErrorCode.CONTACT_RESET, "Known as " + reset.pinned() + ", now " + reset.found() + ".");
        } catch (TooManyDrawsException enough) {
            Duration wait = Duration.between(clock.instant(), enough.again());
            throw Refusal.retryable(ErrorCode.QUOTA_EXCEEDED, enough.getMessage(), wait);
        } catch (Refusal refusal) {
            throw told(refusal);
        }
    }

    /** A container of the owner's that has not ended. */
    CoordinatorApi.InboxItem find(Bytes containerId) {
        try {
            containerId.requireSize(ID_BYTES, "containerId");
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/containerId");
        }
        return ask(party -> party.find(containerId))
                .orElseThrow(() -> Refusal.of(
                        ErrorCode.CONTAINER_UNKNOWN, "The owner's mailbox has no such container, or it has ended."));
    }

    /** Fields that a refusal points to are those of the handler's own request, which the app never saw. */
    private static Refusal told(Refusal refusal) {
        if (BETWEEN_US.contains(refusal.code())) {
            return Refusal.of(ErrorCode.HANDLER_REFUSED, refusal.code().slug() + ": " + refusal.detail());
        }
        return refusal.retryAfter()
                .map(wait -> Refusal.retryable(refusal.code(), refusal.detail(), wait))
                .orElseGet(() -> Refusal.of(refusal.code(), refusal.detail()));
    }
}
