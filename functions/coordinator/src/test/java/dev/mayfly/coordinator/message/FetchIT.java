package dev.mayfly.coordinator.message;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** {@link FetchTest} against the packaged program. */
@QuarkusIntegrationTest
class FetchIT extends FetchTest {}
