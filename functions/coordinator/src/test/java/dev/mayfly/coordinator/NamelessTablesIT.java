package dev.mayfly.coordinator;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** {@link NamelessTablesTest} against the packaged program. */
@QuarkusIntegrationTest
class NamelessTablesIT extends NamelessTablesTest {}
