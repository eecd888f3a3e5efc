package dev.mayfly.templates.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What Lambda is called with. */
final class Event {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Event() {}

    /** A GET as API Gateway's HTTP API passes it on, payload format 2.0. */
    static String get(String path) {
        return http("GET", path).toString();
    }

    /** A POST of JSON. */
    static String post(String path, String body) {
        ObjectNode event = http("POST", path);
        event.withObject("headers").put("content-type", "application/json");
        return event.put("body", body).toString();
    }

    /** The same with a bearer token. */
    static String post(String path, String body, String token) {
        ObjectNode event = http("POST", path);
        event.withObject("headers").put("content-type", "application/json").put("authorization", "Bearer " + token);
        return event.put("body", body).toString();
    }

    /** The same as API Gateway passes on what it does not take for text. */
    static String postInBase64(String path, String body) {
        ObjectNode event = http("POST", path);
        event.withObject("headers").put("content-type", "application/json");
        return event.put("body", Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)))
                .put("isBase64Encoded", true)
                .toString();
    }

    /** A call of EventBridge Scheduler without an input of its own. */
    static String schedule() {
        ObjectNode event = JSON.createObjectNode()
                .put("version", "0")
                .put("id", "9a1f1f2e-0a5c-4b0e-9a46-3f3e5a0c9f11")
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.scheduler")
                .put("account", "123456789012")
                .put("time", "2027-01-15T08:00:00Z")
                .put("region", "eu-central-1")
                .put("detail", "{}");
        event.putArray("resources").add("arn:aws:scheduler:eu-central-1:123456789012:schedule/mayfly/Schedule");
        return event.toString();
    }

    private static ObjectNode http(String method, String path) {
        String route = method + " /v1/{function}";
        ObjectNode event = JSON.createObjectNode()
                .put("version", "2.0")
                .put("routeKey", route)
                .put("rawPath", path)
                .put("rawQueryString", "")
                .put("isBase64Encoded", false);
        event.putObject("headers")
                .put("host", "example.execute-api.eu-central-1.amazonaws.com")
                .put("x-forwarded-for", "203.0.113.7")
                .put("x-forwarded-port", "443")
                .put("x-forwarded-proto", "https");
        event.putObject("pathParameters").put("function", path.substring(path.lastIndexOf('/') + 1));
        ObjectNode context = event.putObject("requestContext")
                .put("accountId", "123456789012")
                .put("apiId", "example")
                .put("domainName", "example.execute-api.eu-central-1.amazonaws.com")
                .put("domainPrefix", "example")
                .put("requestId", "JKJaXmPLvHcESHA=")
                .put("routeKey", route)
                .put("stage", "$default")
                .put("time", "15/Jan/2027:08:00:00 +0000")
                .put("timeEpoch", 1_800_000_000_000L);
        context.putObject("http")
                .put("method", method)
                .put("path", path)
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", "203.0.113.7")
                .put("userAgent", "mayfly");
        return event;
    }
}
