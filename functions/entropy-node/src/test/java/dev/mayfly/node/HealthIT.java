package dev.mayfly.node;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** {@link HealthTest} against the packaged program. */
@QuarkusIntegrationTest
class HealthIT extends HealthTest {}
