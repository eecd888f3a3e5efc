package dev.mayfly.dynamo.table;

/**
 * A rule DynamoDB checks while it writes.
 *
 * @param expression condition expression; attribute names in it must not be reserved words
 * @param values what its placeholders stand for, and those of the update it guards, if it guards one
 */
public record Condition(String expression, Attributes values) {
    /** A rule without placeholders. */
    public static Condition of(String expression) {
        return new Condition(expression, Attributes.none());
    }

    /** There is no item under the key, which {@code keyAttribute} is part of. */
    public static Condition absent(String keyAttribute) {
        return of("attribute_not_exists(" + keyAttribute + ")");
    }

    /** There is an item under the key, which {@code keyAttribute} is part of. */
    public static Condition present(String keyAttribute) {
        return of("attribute_exists(" + keyAttribute + ")");
    }
}
