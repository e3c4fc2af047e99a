package io.daybook.ui.http;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** JSON, problems and limits of all requests. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
@Import(ApiProblems.class)
public class HttpConfiguration {

    @Bean
    ApiJson apiJson() {
        return new ApiJson();
    }

    @Bean
    ProblemWriter problemWriter(ApiJson json) {
        return new ProblemWriter(json);
    }

    @Bean
    ErrorAnswers errorAnswers(ErrorAttributes attributes, List<ErrorViewResolver> pages, ProblemWriter problems) {
        return new ErrorAnswers(attributes, pages, problems);
    }

    @Bean
    WebMvcConfigurer jsonAndPatience(ApiJson json, HttpSettings settings) {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json.mapper()));
            }

            @Override
            public void configureAsyncSupport(AsyncSupportConfigurer async) {
                async.setDefaultTimeout(settings.patience().toMillis());
            }
        };
    }
}
