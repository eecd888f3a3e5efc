package dev.mayfly.handler;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** {@link RequestTest} against the packaged program. */
@QuarkusIntegrationTest
class RequestIT extends RequestTest {}
