package io.daybook.ui.pages;

import io.daybook.ui.live.LogPosition;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.ITemplateEngine;

/** What all pages share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageSettings.class)
public class PagesConfiguration {

    @Bean
    Views views(QueryGateway queries, PageSettings settings) {
        return new Views(queries, settings);
    }

    @Bean
    Commands commands(CommandGateway commands, PageSettings settings) {
        return new Commands(commands, settings);
    }

    @Bean
    StaffEntrance staffEntrance() {
        return new StaffEntrance();
    }

    @Bean
    ReadPosition readPosition(LogPosition log) {
        return new ReadPosition(log);
    }

    @Bean
    Fragments fragments(ITemplateEngine templates) {
        return new Fragments(templates);
    }

    @Bean
    LiveStreams liveStreams(PageSettings settings) {
        return new LiveStreams(settings, Clock.systemUTC());
    }

    /** Before the server stops: it waits for requests that are being answered, and a live stream is never done. */
    @Bean
    ApplicationListener<ContextClosedEvent> liveStreamsEndFirst(LiveStreams streams) {
        return closing -> streams.close();
    }

    @Bean
    WebMvcConfigurer pagesInMvc(ObjectProvider<FramePart> parts) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PageViewResolver());
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new PageFrame(parts));
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry resources) {
                // The name of a style sheet or script carries a checksum of what is in it, so browsers may keep it.
                resources
                        .addResourceHandler("/assets/**")
                        .addResourceLocations("classpath:/static/assets/")
                        .setCacheControl(
                                CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
                        .resourceChain(true)
                        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
                // The address of a library carries its version.
                resources
                        .addResourceHandler("/webjars/**")
                        .addResourceLocations("classpath:/META-INF/resources/webjars/")
                        .setCacheControl(
                                CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
                        .resourceChain(true)
                        .addResolver(new EncodedResourceResolver());
            }
        };
    }
}
