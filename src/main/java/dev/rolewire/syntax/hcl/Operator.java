package dev.rolewire.syntax.hcl;

/// The operators, a unary one named for what it does.
public enum Operator {

    OR("||"), AND("&&"), EQUAL("=="), NOT_EQUAL("!="), LESS("<"), LESS_OR_EQUAL("<="), GREATER(">"),
    GREATER_OR_EQUAL(">="), ADD("+"), SUBTRACT("-"), MULTIPLY("*"), DIVIDE("/"), MODULO("%"), NOT("!"), NEGATE("-");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /// How it is written.
    public String symbol() {
        return this.symbol;
    }

}
