package dev.mayfly.edge.key;

import dev.mayfly.crypto.RejectedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.SsmClientBuilder;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * A secret in AWS Systems Manager Parameter Store. Region and credentials are the environment's; the client lives for one
 * read. The SDK's copies of the text are not in our hands.
 */
public final class SecretParameter {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(6);

    private final String name;
    private final SsmClientBuilder client;

    /** The parameter of a name. */
    public SecretParameter(String name) {
        this(name, client());
    }

    SecretParameter(String name, SsmClientBuilder client) {
        this.name = name;
        this.client = client;
    }

    static SsmClientBuilder client() {
        return SsmClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(ATTEMPT_TIMEOUT))
                .overrideConfiguration(limits -> limits.apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                        .apiCallTimeout(CALL_TIMEOUT)
                        .retryStrategy(RetryMode.STANDARD));
    }

    /**
     * Reads its text, UTF-8, which is the caller's to wipe.
     *
     * @throws IOException when it cannot be read
     * @throws RejectedException when it is no SecureString, which Parameter Store keeps unencrypted
     */
    public byte[] read() throws IOException, RejectedException {
        Parameter parameter = parameter();
        if (parameter.type() != ParameterType.SECURE_STRING) {
            throw new RejectedException("the parameter of a secret must be a SecureString");
        }
        return parameter.value().getBytes(StandardCharsets.UTF_8);
    }

    private Parameter parameter() throws IOException {
        try (SsmClient ssm = client.build()) {
            return ssm.getParameter(get -> get.name(name).withDecryption(true)).parameter();
        } catch (SdkException failed) {
            throw new IOException("the parameter " + name + " cannot be read", failed);
        }
    }
}
