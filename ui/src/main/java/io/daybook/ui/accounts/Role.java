package io.daybook.ui.accounts;

/** What an account may do. */
public enum Role {
    /** Buys, and sees own orders. */
    CUSTOMER,
    /** Sees and places orders on behalf of customers. */
    SUPPORT,
    /** Receives, counts and dispatches goods. */
    WAREHOUSE,
    /** Everything, and how the platform itself is doing. */
    OPERATOR;

    /** What Spring Security knows this role by. */
    public String authority() {
        return "ROLE_" + name();
    }
}
