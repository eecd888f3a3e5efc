package dev.mayfly.node;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** {@link ErasureTest} against the packaged program. */
@QuarkusIntegrationTest
class ErasureIT extends ErasureTest {}
