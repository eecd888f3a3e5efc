package dev.mayfly.audit;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** {@link ChainTest} against the packaged program. */
@QuarkusIntegrationTest
class ChainIT extends ChainTest {}
