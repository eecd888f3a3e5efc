package dev.mayfly.edge.request;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import java.util.regex.Pattern;

/**
 * Says where a request body is wrong, in words of our own: Jackson's messages quote the input and name our classes.
 */
final class JsonFault {
    /** What may be repeated to the caller of the names it sent: names as our records have them, nothing longer or odder. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9]{1,40}");

    private JsonFault() {}

    static Refusal explain(JsonProcessingException thrown) {
        // Inside an object, a fault of syntax comes wrapped in the path to that object; its parser stands deeper.
        JsonProcessingException fault = thrown.getCause() instanceof JsonParseException syntax ? syntax : thrown;
        String pointer = pointer(fault);
        return pointer.isEmpty()
                ? Refusal.of(ErrorCode.MALFORMED_REQUEST, detail(fault))
                : Refusal.ofField(ErrorCode.MALFORMED_REQUEST, pointer, detail(fault));
    }

    /** Whether a name that a caller sent may be repeated to it. */
    static boolean isPlain(String name) {
        return PLAIN_NAME.matcher(name).matches();
    }

    private static String detail(JsonProcessingException fault) {
        if (fault instanceof StreamConstraintsException) {
            return "The body is nested too deeply, or holds too long a value.";
        }
        if (fault instanceof UnrecognizedPropertyException) {
            return "This function takes no such field.";
        }
        if (fault instanceof InvalidFormatException) {
            return "The field's value has the wrong form.";
        }
        return fault instanceof JsonMappingException
                ? "A field is missing or of the wrong type, or more follows the object."
                : "The body is not JSON, or names a field twice.";
    }

    /** RFC 6901 pointer to the fault, as far as it is known and plain; empty for the whole body. */
    private static String pointer(JsonProcessingException fault) {
        if (fault instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return pointer(mapping);
        }
        return fault instanceof JsonParseException syntax ? pointer(syntax.getProcessor()) : "";
    }

    private static String pointer(JsonMappingException fault) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : fault.getPath()) {
            String name = step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName();
            if (!isPlain(name)) {
                break;
            }
            pointer.append('/').append(name);
        }
        return pointer.toString();
    }

    private static String pointer(JsonParser parser) {
        StringBuilder pointer = new StringBuilder();
        JsonPointer rest = parser == null
                ? JsonPointer.empty()
                : parser.getParsingContext().pathAsPointer();
        while (!rest.matches() && isPlain(rest.getMatchingProperty())) {
            pointer.append('/').append(rest.getMatchingProperty());
            rest = rest.tail();
        }
        return pointer.toString();
    }
}
