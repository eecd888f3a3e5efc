package dev.mayfly.coordinator.container;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** {@link RevokeTest} against the packaged program. */
@QuarkusIntegrationTest
class RevokeIT extends RevokeTest {}
