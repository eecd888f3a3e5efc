package dev.mayfly.audit;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** {@link SurfaceTest} against the packaged program. */
@QuarkusIntegrationTest
class SurfaceIT extends SurfaceTest {}
