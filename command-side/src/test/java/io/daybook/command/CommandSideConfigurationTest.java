package io.daybook.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.MessageJson;
import io.daybook.api.catalog.CatalogCommand.ListProduct;
import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerCommand.RegisterCustomer;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.inventory.InventoryCommand.ReceiveStock;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.StockId;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.operations.letters.LetterBoxes;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The module as Spring and Axon put it together. */
class CommandSideConfigurationTest {

    private static final ListProduct LIST =
            new ListProduct(new Sku("CUP"), "Cup", "", "Home", Money.of(CurrencyUnit.GBP, 1), "");

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Application.class)
            .withPropertyValues(
                    "axon.axonserver.enabled=false",
                    "axon.update-check.disabled=true",
                    "axon.timeout.enabled=false",
                    "axon.serializer.general=jackson3",
                    "daybook.command.inventory.snapshot-every=5",
                    "daybook.payment.provider-url=http://127.0.0.1:1");

    @Test
    void all_features_take_their_commands() {
        application.run(context -> {
            CommandGateway commands = context.getBean(CommandGateway.class);
            commands.sendAndWait(LIST);
            commands.sendAndWait(new RegisterCustomer(new CustomerId("CUP"), "Named like a product"));
            assertThat(context.getBean(EventProcessingConfiguration.class)
                            .eventProcessor("payment-gateway", PooledStreamingEventProcessor.class))
                    .hasValueSatisfying(
                            processor -> assertThat(processor.isRunning()).isTrue());
        });
    }

    @Test
    void features_are_chosen_by_name() {
        application
                .withPropertyValues("daybook.command.features=customer, order")
                .run(context -> {
                    CommandGateway commands = context.getBean(CommandGateway.class);
                    commands.sendAndWait(new RegisterCustomer(new CustomerId("17850"), "Ann"));
                    assertThat(commands.send(LIST))
                            .failsWithin(java.time.Duration.ofSeconds(5))
                            .withThrowableThat()
                            .withCauseInstanceOf(NoHandlerForCommandException.class);
                });
    }

    @Test
    void a_feature_that_does_not_exist_is_named_at_the_start() {
        application
                .withPropertyValues("daybook.command.features=order,magic")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("daybook.command.features is [magic, order]"));
    }

    @Test
    void snapshots_of_stock_are_made() {
        application.run(context -> {
            for (int i = 0; i < 6; i++) {
                context.getBean(CommandGateway.class)
                        .sendAndWait(new ReceiveStock(
                                WarehouseId.MAIN, new Sku("CUP"), new MovementId("d-" + i), 1, "delivery", "will"));
            }
            String stock = StockId.of(WarehouseId.MAIN, new Sku("CUP")).toString();
            EventStore store = context.getBean(EventStore.class);
            await().untilAsserted(
                            () -> assertThat(store.readEvents(stock).peek().getSequenceNumber())
                                    .isPositive());
        });
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(CommandSideConfiguration.class)
    static class Application {

        @Bean
        EventStorageEngine engine() {
            return new InMemoryEventStorageEngine();
        }

        @Bean
        TokenStore tokens() {
            return new InMemoryTokenStore();
        }

        @Bean
        LetterBoxes letters() {
            return group -> InMemorySequencedDeadLetterQueue.defaultQueue();
        }

        @Bean
        Jackson3SerializerCustomizer messageJson() {
            return new MessageJson();
        }
    }
}
