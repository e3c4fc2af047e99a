package io.daybook.ui.desk;

import io.daybook.api.InvalidValue;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.CustomerQuery.CustomerPage;
import io.daybook.api.customer.CustomerQuery.CustomerView;
import io.daybook.api.customer.CustomerQuery.FindCustomers;
import io.daybook.api.customer.CustomerQuery.FindCustomersById;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Accounts;
import io.daybook.ui.pages.Views;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Customers with their e-mail addresses. Names and tiers come from the log; addresses are only in the accounts database, and
 * are put to them here.
 */
public final class CustomerDirectory {

    private static final int MAX_TEXT = 200;

    private final Accounts accounts;
    private final Views views;

    CustomerDirectory(Accounts accounts, Views views) {
        this.accounts = accounts;
        this.views = views;
    }

    /** The customer whose account has this e-mail address. */
    Optional<CustomerId> withEmail(String email) {
        return accounts.beginning(email, 1).stream()
                .filter(account -> account.email().equalsIgnoreCase(email.strip()))
                .map(Account::customerId)
                .findFirst();
    }

    /** The e-mail addresses of these customers, as far as they have an account. */
    Map<CustomerId, String> emails(Collection<CustomerId> customers) {
        return customers.isEmpty()
                ? Map.of()
                : accounts.of(customers).stream()
                        .collect(Collectors.toMap(Account::customerId, Account::email, (one, other) -> one));
    }

    /**
     * Customers by e-mail address if there is an @ in the text, and otherwise by the beginning of a word of their name or of
     * their id.
     *
     * @throws InvalidValue naming {@code q}, {@code page} or {@code size}
     */
    public CustomerRecords find(String text, int page, int size) {
        if (text.length() > MAX_TEXT) {
            throw new InvalidValue("q", "must have at most " + MAX_TEXT + " characters");
        }
        FindCustomers query = new FindCustomers(text, page, size);
        return text.contains("@") ? byEmail(text, query) : records(views.ask(query, CustomerPage.class));
    }

    /** The customer with this id. */
    public Optional<CustomerRecord> one(CustomerId customer) {
        return records(views.ask(new FindCustomersById(Set.of(customer)), CustomerPage.class)).customers().stream()
                .findFirst();
    }

    private CustomerRecords byEmail(String email, FindCustomers query) {
        List<Account> found = accounts.beginning(email, (query.page() + 1) * query.size() + 1);
        Set<CustomerId> shown = found.stream()
                .skip((long) query.page() * query.size())
                .limit(query.size())
                .map(Account::customerId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        CustomerRecords known = records(views.ask(new FindCustomersById(shown), CustomerPage.class));
        return new CustomerRecords(known.customers(), found.size(), query.page(), query.size(), known.position());
    }

    private CustomerRecords records(CustomerPage page) {
        Map<CustomerId, String> emails =
                emails(page.customers().stream().map(CustomerView::customerId).toList());
        return new CustomerRecords(
                page.customers().stream()
                        .map(customer -> new CustomerRecord(
                                customer.customerId(),
                                customer.name(),
                                customer.tier(),
                                emails.get(customer.customerId())))
                        .toList(),
                page.total(),
                page.page(),
                page.size(),
                page.position());
    }

    /** How staff read whose an order is: by e-mail address, or by id where there is no account. */
    static String called(CustomerId customer, Map<CustomerId, String> emails) {
        return Objects.requireNonNullElse(emails.get(customer), customer.value());
    }
}
