package io.daybook.ui.pages;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import java.util.Arrays;
import java.util.List;

/** The staff's pages, in the order in which their navigation lists them, and who may see each. */
public enum StaffPage {
    OVERVIEW("/staff/overview", "Overview", Role.OPERATOR),
    ORDERS("/staff/orders", "Orders", Role.SUPPORT, Role.OPERATOR),
    CUSTOMERS("/staff/customers", "Customers", Role.SUPPORT, Role.OPERATOR),
    QUEUES("/staff/queues", "Queues", Role.OPERATOR),
    LEVELS("/staff/operations/levels", "Service levels", Role.OPERATOR),
    STUCK("/staff/fulfilments", "Fulfilment", Role.SUPPORT, Role.OPERATOR),
    INVENTORY("/staff/inventory", "Inventory", Role.WAREHOUSE, Role.OPERATOR),
    CATALOGUE("/staff/catalogue", "Catalogue", Role.WAREHOUSE, Role.OPERATOR),
    HISTORY("/staff/history", "Event log", Role.SUPPORT, Role.OPERATOR),
    SERVICES("/staff/operations/services", "Services", Role.OPERATOR),
    ROUTING("/staff/operations/routing", "Load balancing", Role.OPERATOR),
    PROCESSORS("/staff/operations/processors", "Event processors", Role.OPERATOR),
    CONSISTENCY("/staff/operations/consistency", "Consistency", Role.OPERATOR),
    VIEWS("/staff/operations/views", "Views", Role.OPERATOR),
    DEAD_LETTERS("/staff/operations/dead-letters", "Dead letters", Role.OPERATOR),
    FAULTS("/staff/operations/faults", "Faults", Role.OPERATOR),
    EXPERIMENTS("/staff/operations/experiments", "Experiments", Role.OPERATOR),
    AUDITOR("/staff/operations/auditor", "Auditor", Role.OPERATOR),
    LOGS("/staff/operations/logs", "Logs", Role.OPERATOR),
    AUDIT("/staff/operations/audit", "Audit", Role.OPERATOR);

    private final String path;
    private final String title;
    private final List<Role> roles;

    StaffPage(String path, String title, Role... roles) {
        this.path = path;
        this.title = title;
        this.roles = List.of(roles);
    }

    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    static List<StaffPage> of(Account account) {
        return Arrays.stream(values())
                .filter(page -> account.isAny(page.roles.toArray(Role[]::new)))
                .toList();
    }
}
