package dev.mayfly.domain.statement;

/** The claims of any statement. */
public interface StatementClaims {
    /** What every statement begins with. */
    Issued issued();
}
