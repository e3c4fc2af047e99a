package io.daybook.query;

import io.daybook.api.audit.OpenSagas;
import io.daybook.api.audit.OpenSagas.FindOpenSagas;
import io.daybook.api.audit.OpenSagas.OpenSaga;
import io.daybook.api.audit.ProviderBooks;
import io.daybook.api.audit.ProviderBooks.Entry;
import io.daybook.api.audit.ProviderBooks.ReadProviderBooks;
import io.daybook.api.audit.ProviderBooks.ReadProviderPayment;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderCommand.MarkStuck;
import io.daybook.api.order.OrderCommand.RetryFulfilment;
import io.daybook.api.order.OrderId;
import io.daybook.api.payment.PaymentCommand.CaptureAgain;
import io.daybook.api.payment.PaymentCommand.GiveBack;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;

/** What stands for the other services: sagas and the provider's books as a test wants them, and the commands that came. */
class Neighbourhood {

    final Map<OrderId, Step> sagas = new ConcurrentHashMap<>();
    final ConcurrentSkipListMap<String, Entry> books = new ConcurrentSkipListMap<>();
    final List<Object> commands = new CopyOnWriteArrayList<>();

    @QueryHandler
    OpenSagas handle(FindOpenSagas query) {
        return new OpenSagas(
                query.orders(),
                query.orders().stream()
                        .filter(sagas::containsKey)
                        .map(order -> new OpenSaga(order, sagas.get(order)))
                        .toList(),
                Long.MAX_VALUE);
    }

    @QueryHandler
    ProviderBooks handle(ReadProviderBooks query) {
        var rest = query.after() == null ? books : books.tailMap(query.after(), false);
        List<Entry> page = rest.values().stream().limit(query.limit()).toList();
        return new ProviderBooks(
                page,
                page.size() < query.limit() ? null : page.get(page.size() - 1).key());
    }

    @QueryHandler
    ProviderBooks handle(ReadProviderPayment query) {
        Entry entry = books.get(query.key());
        return new ProviderBooks(entry == null ? List.of() : List.of(entry), null);
    }

    @CommandHandler
    void handle(GiveBack command) {
        commands.add(command);
    }

    @CommandHandler
    void handle(CaptureAgain command) {
        commands.add(command);
    }

    @CommandHandler
    void handle(MarkStuck command) {
        commands.add(command);
    }

    @CommandHandler
    void handle(RetryFulfilment command) {
        commands.add(command);
    }
}
