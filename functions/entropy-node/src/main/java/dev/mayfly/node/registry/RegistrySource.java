package dev.mayfly.node.registry;

import java.util.Optional;

/** Where a newer registry may be had. What comes from it is nobody's word yet: the admin's signature is checked afterwards. */
public interface RegistrySource {
    /** The newest registry statement shown there; empty when none can be had now. Returns within a few seconds. */
    Optional<String> newest();
}
