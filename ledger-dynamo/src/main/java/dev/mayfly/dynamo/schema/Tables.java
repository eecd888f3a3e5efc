package dev.mayfly.dynamo.schema;

/**
 * The names of one deployment's tables: a prefix and the table's base name.
 *
 * @param prefix from the role's configuration, such as {@code mayfly-} or {@code node-3-}; may be empty
 */
public record Tables(String prefix) {
    /** Letters, digits, {@code _}, {@code -} and {@code .}, as DynamoDB allows in names. */
    public Tables {
        if (!prefix.matches("[A-Za-z0-9_.-]{0,200}")) {
            throw new IllegalArgumentException("a table prefix has letters, digits, '_', '-' and '.'");
        }
    }

    /** The name of a table. */
    public String name(TableSchema table) {
        return prefix + table.baseName();
    }
}
