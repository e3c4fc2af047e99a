package io.daybook.ui.uploads;

import io.daybook.ui.http.HttpSettings;
import io.daybook.ui.imports.Imports;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Files that staff bring in by a page. */
@Configuration(proxyBeanMethods = false)
public class UploadsConfiguration {

    @Bean
    UploadController uploadController(Imports imports, HttpSettings settings) {
        return new UploadController(imports, settings);
    }

    @Bean
    FilterRegistrationBean<UploadLimit> uploadLimit(MultipartProperties multipart) {
        FilterRegistrationBean<UploadLimit> filter =
                new FilterRegistrationBean<>(new UploadLimit(multipart.getMaxRequestSize()));
        filter.addUrlPatterns("/staff/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
