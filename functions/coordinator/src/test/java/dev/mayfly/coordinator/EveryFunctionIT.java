package dev.mayfly.coordinator;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** {@link EveryFunctionTest} against the packaged program. */
@QuarkusIntegrationTest
class EveryFunctionIT extends EveryFunctionTest {}
