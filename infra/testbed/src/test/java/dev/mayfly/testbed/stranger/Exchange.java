package dev.mayfly.testbed.stranger;

import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.wire.WireJson;
import dev.mayfly.testbed.Testbed;
import dev.mayfly.testbed.fault.Call;
import dev.mayfly.testbed.http.RoleServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/**
 * What a caller got and what was done for it.
 *
 * @param body of the answer, every letter of it
 * @param calls to any database and any role while the request was handled, in order
 */
record Exchange(int status, String body, List<String> calls) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Asks a function as a user. */
    static Exchange of(Testbed testbed, URI role, String function, UserId user, Object request) throws Exception {
        HttpRequest call = HttpRequest.newBuilder(role.resolve("/v1/" + function))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + RoleServer.token(user))
                .POST(BodyPublishers.ofByteArray(WireJson.mapper().writeValueAsBytes(request)))
                .build();
        testbed.faults().count();
        HttpResponse<String> answer = HTTP.send(call, BodyHandlers.ofString());
        testbed.faults().end();
        return new Exchange(
                answer.statusCode(),
                answer.body(),
                testbed.faults().calls().stream().map(Call::toString).toList());
    }
}
