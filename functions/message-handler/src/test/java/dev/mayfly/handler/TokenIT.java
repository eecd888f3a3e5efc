package dev.mayfly.handler;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** {@link TokenTest} against the packaged program. */
@QuarkusIntegrationTest
class TokenIT extends TokenTest {}
