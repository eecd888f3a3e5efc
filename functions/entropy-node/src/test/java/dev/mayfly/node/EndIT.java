package dev.mayfly.node;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** {@link EndTest} against the packaged program. */
@QuarkusIntegrationTest
class EndIT extends EndTest {}
