package dev.mayfly.coordinator;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** {@link TokenTest} against the packaged program. */
@QuarkusIntegrationTest
class TokenIT extends TokenTest {}
