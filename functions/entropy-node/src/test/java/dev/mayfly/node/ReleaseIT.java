package dev.mayfly.node;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** {@link ReleaseTest} against the packaged program. */
@QuarkusIntegrationTest
class ReleaseIT extends ReleaseTest {}
