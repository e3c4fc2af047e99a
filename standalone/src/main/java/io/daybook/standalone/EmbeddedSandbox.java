package io.daybook.standalone;

import io.daybook.sandbox.PaymentSandbox;
import io.daybook.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * The payment sandbox on a free port of this machine, its books in the data directory. Started before any other bean, so
 * that its address is known when the payment settings are read.
 */
class EmbeddedSandbox implements BeanFactoryPostProcessor, EnvironmentAware, DisposableBean {

    static final String PROVIDER_URL = "daybook.payment.provider-url";

    private @Nullable ConfigurableEnvironment environment;
    private @Nullable PaymentSandbox sandbox;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = (ConfigurableEnvironment) environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        ConfigurableEnvironment settings = environment;
        if (settings == null) {
            throw new IllegalStateException("the sandbox is started without an environment");
        }
        Path books = Path.of(settings.getRequiredProperty("daybook.data"), "payments.db");
        PaymentSandbox started = PaymentSandbox.start(SandboxSettings.local(0, books));
        sandbox = started;
        settings.getPropertySources()
                .addFirst(new MapPropertySource("payment sandbox", Map.of(PROVIDER_URL, started.url())));
    }

    @Override
    public void destroy() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
