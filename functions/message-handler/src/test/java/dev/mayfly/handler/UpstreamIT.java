package dev.mayfly.handler;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** {@link UpstreamTest} against the packaged program. */
@QuarkusIntegrationTest
class UpstreamIT extends UpstreamTest {}
