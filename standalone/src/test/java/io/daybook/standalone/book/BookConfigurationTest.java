package io.daybook.standalone.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.MessageJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.spring.stereotype.Saga;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@ParameterizedClass
@EnumSource(Database.class)
@Timeout(120)
class BookConfigurationTest {

    record Begun(String order) {}

    record Ended(String order) {}

    @Saga
    @ProcessingGroup("fulfilment")
    public static class Order {

        @JsonProperty
        private String order;

        @StartSaga
        @SagaEventHandler(associationProperty = "order")
        void on(Begun event) {
            order = event.order();
        }

        @EndSaga
        @SagaEventHandler(associationProperty = "order")
        void on(Ended event) {}
    }

    @ProcessingGroup("view")
    static class View {

        private final Queue<Object> seen = new ConcurrentLinkedQueue<>();

        @EventHandler
        void on(Begun event) {
            seen.add(event);
        }
    }

    @Configuration
    @EnableAutoConfiguration
    @Import({BookConfiguration.class, Order.class})
    static class Application {

        @Bean
        View view() {
            return new View();
        }

        @Bean
        Jackson3SerializerCustomizer messageJson() {
            return new MessageJson();
        }
    }

    @Parameter
    Database database;

    @TempDir
    Path directory;

    private ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.config.name=none", // the launcher's settings are for the whole platform
                        "axon.axonserver.enabled=false",
                        "axon.update-check.disabled=true",
                        "axon.timeout.enabled=false",
                        "axon.serializer.general=jackson3",
                        "axon.serializer.events=jackson3",
                        "axon.serializer.messages=jackson3",
                        "axon.eventhandling.processors.fulfilment.mode=pooled",
                        "axon.eventhandling.processors.view.mode=pooled")
                .properties(properties)
                .run();
    }

    @Test
    void axon_keeps_everything_in_the_book() {
        try (var context = start("daybook.book.url=" + database.fresh(directory))) {
            var axon = context.getBean(org.axonframework.config.Configuration.class);

            assertThat(axon.eventStore()).isInstanceOf(BookEventStore.class);
            assertThat(axon.eventBus()).isSameAs(axon.eventStore());
            assertThat(axon.getComponent(TransactionManager.class)).isInstanceOf(BookTransactions.class);
            assertThat(axon.getComponent(TokenStore.class)).isInstanceOf(BookTokenStore.class);
            assertThat(axon.getComponent(SagaStore.class)).isInstanceOf(BookSagaStore.class);
            assertThat(context.getBeansOfType(EventStore.class)).hasSize(1);
            assertThat(context.getBeansOfType(DataSource.class)).isEmpty();
            assertThat(context.getBean(BookFigures.class).isWriting()).isTrue();
        }
    }

    @Test
    void sagas_and_tokens_go_on_where_they_were_after_a_restart() {
        String url = "daybook.book.url=" + database.fresh(directory);
        try (var context = start(url)) {
            publish(context, new Begun("o-1"));
            publish(context, new Begun("o-2"));
            publish(context, new Ended("o-2"));
            awaitPosition(context, 3);
            assertThat(context.getBean(BookSagaStore.class).size()).isEqualTo(1);
        }
        try (var context = start(url)) {
            assertThat(context.getBean(BookSagaStore.class)
                            .findSagas(Order.class, new AssociationValue("order", "o-1")))
                    .hasSize(1);
            publish(context, new Ended("o-1"));
            awaitPosition(context, 4);
            assertThat(context.getBean(BookSagaStore.class).size()).isZero();
            assertThat(context.getBean(View.class).seen).isEmpty();
        }
    }

    @Test
    void a_pooled_processor_handles_an_event_at_the_commit_and_not_at_the_next_poll() {
        try (var context = start("daybook.book.url=" + database.fresh(directory))) {
            View view = context.getBean(View.class);
            publish(context, new Begun("first"));
            Awaitility.await().until(() -> view.seen.size() == 1);
            long start = System.nanoTime();
            for (int i = 2; i <= 61; i++) {
                int count = i;
                publish(context, new Begun("o-" + i));
                Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> view.seen.size() == count);
            }

            // Polling takes 500 ms a turn, 30 s for all.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void the_book_is_a_file_in_the_directory_of_the_data_unless_a_url_says_otherwise() {
        try (var context = start("daybook.data=" + directory)) {
            publish(context, new Begun("o-1"));
            assertThat(directory.resolve("book.db")).isNotEmptyFile();
        }
        assertThatThrownBy(this::start).rootCause().hasMessageContaining("daybook.data");
    }

    private static void publish(ConfigurableApplicationContext context, Object event) {
        context.getBean(EventGateway.class).publish(event);
    }

    private static void awaitPosition(ConfigurableApplicationContext context, long position) {
        var processors = context.getBean(EventProcessingConfiguration.class);
        for (String name : new String[] {"fulfilment", "view"}) {
            var processor = processors
                    .eventProcessor(name, PooledStreamingEventProcessor.class)
                    .orElseThrow();
            Awaitility.await()
                    .until(() -> !processor.processingStatus().isEmpty()
                            && processor.processingStatus().values().stream()
                                    .allMatch(status ->
                                            status.getCurrentPosition().orElse(0) >= position));
        }
    }
}
