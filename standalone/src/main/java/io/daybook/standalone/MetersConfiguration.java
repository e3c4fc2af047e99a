package io.daybook.standalone;

import io.daybook.standalone.book.BookFigures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the launcher adds to the platform's meters. */
@Configuration(proxyBeanMethods = false)
class MetersConfiguration {

    @Bean
    CpuByPart cpuByPart() {
        return new CpuByPart();
    }

    @Bean
    MeterBinder bookMeters(BookFigures book) {
        return registry -> {
            FunctionCounter.builder("daybook.book.commits", book, BookFigures::commits)
                    .register(registry);
            FunctionCounter.builder("daybook.book.units", book, BookFigures::units)
                    .register(registry);
            FunctionCounter.builder("daybook.book.events", book, BookFigures::events)
                    .register(registry);
            FunctionCounter.builder("daybook.book.failures", book, BookFigures::failures)
                    .register(registry);
            Gauge.builder("daybook.book.head", book, BookFigures::head).register(registry);
            Gauge.builder("daybook.book.queued", book, BookFigures::queued).register(registry);
            TimeGauge.builder(
                            "daybook.book.commit.time",
                            book,
                            TimeUnit.NANOSECONDS,
                            figures -> figures.timeInCommit().toNanos())
                    .register(registry);
        };
    }
}
