package dev.mayfly.role.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Formats a line of the log as one JSON object (RFC 8259) on one line: {@code time} in UTC, {@code level}, {@code logger},
 * {@code message}, {@code requestId} where there is one, {@code error} with its stack where something failed, and figures by
 * their names. Whatever is in them is escaped by Jackson, so that no text ends a line.
 */
final class JsonLine extends ExtFormatter {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public String format(ExtLogRecord line) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("time", line.getInstant().toString());
            json.writeStringField("level", line.getLevel().getName());
            json.writeStringField("logger", line.getLoggerName());
            json.writeStringField("message", formatMessage(line));
            writeContext(line.getMdcCopy(), json);
            if (line.getThrown() != null) {
                json.writeStringField("error", stackOf(line.getThrown()));
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString();
    }

    private static void writeContext(Map<String, String> context, JsonGenerator json) throws IOException {
        String requestId = context.get(LoggedRequest.KEY);
        if (requestId != null) {
            json.writeStringField(LoggedRequest.KEY, requestId);
        }
        for (Map.Entry<String, String> each : context.entrySet()) {
            if (each.getKey().startsWith(Figure.PREFIX)) {
                json.writeNumberField(each.getKey().substring(Figure.PREFIX.length()), Long.parseLong(each.getValue()));
            }
        }
    }

    private static String stackOf(Throwable thrown) {
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack));
        return stack.toString();
    }
}
