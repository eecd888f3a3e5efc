package dev.mayfly.dynamo.container;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.identity.Role;
import java.util.Map;

/**
 * A container with what only its tables have to know.
 *
 * @param mailboxes addresses of the mailboxes it is in, by the role of their owner; none once its end is recorded
 */
record KeptContainer(StoredContainer container, Map<Role, Bytes> mailboxes) {}
