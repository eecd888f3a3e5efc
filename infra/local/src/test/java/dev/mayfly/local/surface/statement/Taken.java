package dev.mayfly.local.surface.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.local.surface.Recorder;
import dev.mayfly.local.surface.Surface;

/**
 * A statement that a function takes.
 *
 * @param member JSON pointer into the request
 * @param toStrangers what anybody else is told who signs the same
 * @param toOthers what the signer is told who means another network or audience
 */
record Taken(
        String role, String function, String member, StatementType<?> type, ErrorCode toStrangers, ErrorCode toOthers) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The first one, to a function that believes nobody but its signer. */
    static Taken of(String role, String function, String member, StatementType<?> type) {
        return new Taken(role, function, member, type, ErrorCode.REJECTED, ErrorCode.REJECTED);
    }

    /** The same where strangers are told that there is no such container. */
    Taken unknownToStrangers() {
        return new Taken(role, function, member, type, ErrorCode.CONTAINER_UNKNOWN, toOthers);
    }

    /** The same where something else stands already, and what is said beside it is not looked at. */
    Taken answeringOthers(ErrorCode code) {
        return new Taken(role, function, member, type, toStrangers, code);
    }

    /** The member that a refusal blames: a whole list for what is in it. */
    String blamed() {
        return member.replaceAll("/\\d+$", "");
    }

    /** The request with it that was good. */
    Recorder.Recorded good(Surface surface) {
        return surface.recorded(role, function);
    }

    /** The statement in there. */
    String statement(Surface surface) {
        return tree(surface).at(member).asText();
    }

    /** What can be made of it. */
    Forgery forgery(Surface surface) throws Exception {
        return new Forgery(type, statement(surface));
    }

    /** The request with another value at a pointer. */
    String with(Surface surface, String pointer, String value) {
        ObjectNode body = tree(surface);
        int last = pointer.lastIndexOf('/');
        String name = pointer.substring(last + 1);
        var parent = body.at(pointer.substring(0, last));
        if (parent.isArray()) {
            ((ArrayNode) parent).set(Integer.parseInt(name), value);
        } else {
            ((ObjectNode) parent).put(name, value);
        }
        return body.toString();
    }

    private ObjectNode tree(Surface surface) {
        try {
            return (ObjectNode) MAPPER.readTree(good(surface).body());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return role + " " + function;
    }
}
