package dev.mayfly.testbed.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One action on one table, or on its index. A transaction is one for each of its items, as IAM has it.
 *
 * @param who the role that calls
 * @param action such as {@code dynamodb:GetItem}
 * @param table its name without the role's prefix
 * @param index whose index it is, where one is asked
 * @param conditionKeys what a policy's conditions can look at: {@code dynamodb:LeadingKeys}, and of queries that say so
 *     {@code dynamodb:Select} and {@code dynamodb:Attributes}
 */
public record Access(
        String who, String action, String table, Optional<String> index, Map<String, Set<String>> conditionKeys) {}
