package dev.mayfly.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodeTest {

    /** Clients act on these: a line may be added, none may change once released. */
    private static final String RELEASED = """
            malformed-request 400
            rejected 400
            statement-not-current 400
            unauthenticated 401
            forbidden 403
            not-found 404
            container-unknown 404
            keys-unknown 404
            method-not-allowed 405
            keys-conflict 409
            reset-waiting 409
            reset-not-waiting 409
            registry-conflict 409
            registry-outdated 409
            not-enough-nodes 409
            dealing-conflict 409
            container-not-active 409
            container-not-ended 409
            message-missing 409
            message-conflict 409
            contact-reset 409
            container-ended 410
            payload-too-large 413
            unsupported-media-type 415
            out-of-bounds 422
            quota-exceeded 429
            mailbox-full 429
            internal 500
            handler-refused 502
            unreachable 502
            answer-rejected 502
            too-few-nodes 503
            busy 503""";

    @Test
    void slugsAndStatus_areTheReleasedOnes() {
        assertThat(Arrays.stream(ErrorCode.values())
                        .map(code -> code.slug() + " " + code.status())
                        .collect(Collectors.joining("\n")))
                .isEqualTo(RELEASED);
    }

    @Test
    void titles_areUniqueSentences() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::title))
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @EnumSource
    void ofType_findsEveryCodeByItsType(ErrorCode code) {
        assertThat(code.type()).hasToString("urn:mayfly:error:" + code.slug());
        assertThat(ErrorCode.ofType(code.type().toString())).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "about:blank", "busy", "urn:mayfly:error:", "urn:mayfly:error:BUSY", "urn:mayfly:error:busy "
            })
    void ofType_emptyForATypeThisVersionDoesNotKnow(String type) {
        assertThat(ErrorCode.ofType(type)).isEmpty();
    }
}
