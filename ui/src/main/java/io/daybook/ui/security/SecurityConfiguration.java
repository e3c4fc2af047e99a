package io.daybook.ui.security;

import io.daybook.ui.accounts.Accounts;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.http.BodyLimit;
import io.daybook.ui.http.HttpSettings;
import io.daybook.ui.http.Problem;
import io.daybook.ui.http.ProblemWriter;
import io.daybook.ui.tokens.Tokens;
import jakarta.servlet.DispatcherType;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may do what: programs under {@code /api} by bearer token and without a session, operators under {@code /actuator},
 * people everywhere else by session.
 */
@Configuration(proxyBeanMethods = false)
@Import(SessionConfiguration.class)
public class SecurityConfiguration {

    private static final String[] STAFF = {Role.SUPPORT.name(), Role.WAREHOUSE.name(), Role.OPERATOR.name()};
    private static final String[] SUPPORT = {Role.SUPPORT.name(), Role.OPERATOR.name()};
    private static final String[] WAREHOUSE = {Role.WAREHOUSE.name(), Role.OPERATOR.name()};
    private static final String V1 = "/api/v1";

    /** Taken instead of a generated user: nobody signs in who has no account. */
    @Bean
    SignIn signIn(Accounts accounts) {
        return new SignIn(accounts);
    }

    /** A measurement of each of some fifteen filters, at each request, costs more than it tells. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** The API's documentation may be read by everybody, and is the one page that is not ours. */
    @Bean
    @Order(1)
    SecurityFilterChain documentationSecurity(HttpSecurity http) {
        return http.securityMatcher(
                        "/api/docs", "/api/docs/**", "/api/swagger-ui/**", "/api/openapi.json", "/api/openapi.json/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> SecurityHeaders.write(headers, SecurityHeaders.DOCUMENTATION))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiSecurity(HttpSecurity http, Tokens tokens, ProblemWriter problems, HttpSettings limits) {
        return http.securityMatcher("/api/**")
                // No cookie signs anybody in here, so no other site can make a browser do it.
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerTokens(tokens, problems), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new BodyLimit(limits, problems), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        // The answer to a request that was allowed when it came.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, V1 + "/tokens")
                        .permitAll()
                        .requestMatchers(reading(V1 + "/products", V1 + "/products/*"))
                        .permitAll()
                        .requestMatchers(V1 + "/staff/operations/**")
                        .hasRole(Role.OPERATOR.name())
                        .requestMatchers(
                                V1 + "/staff/customers/**", V1 + "/staff/fulfilments/**", V1 + "/staff/history/**")
                        .hasAnyRole(SUPPORT)
                        .requestMatchers(reading(V1 + "/staff/orders", V1 + "/staff/orders/*/story"))
                        .hasAnyRole(SUPPORT)
                        .requestMatchers(V1 + "/staff/orders/*/dispatch")
                        .hasAnyRole(WAREHOUSE)
                        .requestMatchers(reading(V1 + "/staff/**"))
                        .hasAnyRole(STAFF)
                        .requestMatchers(
                                V1 + "/staff/stock/**",
                                V1 + "/staff/products",
                                V1 + "/staff/products/*",
                                V1 + "/staff/products/*/retirement",
                                V1 + "/staff/pictures")
                        .hasAnyRole(WAREHOUSE)
                        .requestMatchers(V1 + "/staff/**")
                        .hasAnyRole(SUPPORT)
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling -> answerWithProblems(handling, problems, "Bearer"))
                .headers(headers -> SecurityHeaders.write(headers, SecurityHeaders.DATA))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain actuatorSecurity(HttpSecurity http, Tokens tokens, ProblemWriter problems) {
        return http.securityMatcher("/actuator", "/actuator/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // A request that brings its own credentials was not made by a browser on another site's behalf.
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie())
                        .ignoringRequestMatchers(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null))
                .httpBasic(basic -> basic.authenticationEntryPoint((request, response, failure) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Daybook\"");
                    if (failure instanceof SignInDelayed delayed) {
                        WebSignIn.retryAfter(response, delayed);
                        problems.write(
                                response,
                                Problem.of(HttpStatus.TOO_MANY_REQUESTS, "Too many failed sign-ins. Try again later."));
                    } else {
                        problems.write(response, Problem.of(HttpStatus.UNAUTHORIZED, "Sign in as an operator."));
                    }
                }))
                .addFilterBefore(new BearerTokens(tokens, problems), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/actuator/health/readiness", "/actuator/health/liveness")
                                .permitAll()
                                .anyRequest()
                                .hasRole(Role.OPERATOR.name()))
                .exceptionHandling(handling -> answerWithProblems(handling, problems, "Basic realm=\"Daybook\""))
                .headers(headers -> SecurityHeaders.write(headers, SecurityHeaders.DATA))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pageSecurity(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/staff/operations/**")
                        .hasRole(Role.OPERATOR.name())
                        .requestMatchers("/staff", "/staff/**")
                        .hasAnyRole(STAFF)
                        .requestMatchers("/checkout/**", "/orders/**", "/account/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter(WebSignIn.EMAIL)
                        .passwordParameter("password")
                        .failureHandler(WebSignIn::failed)
                        .permitAll())
                .logout(logout ->
                        logout.logoutUrl("/sign-out").logoutSuccessUrl("/").deleteCookies("SESSION"))
                // In a cookie rather than the session: a visitor who only looks around needs no session for it.
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
                .requestCache(interrupted -> interrupted.requestCache(WebSignIn.interrupted()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(WebSignIn.entryPoint()))
                .headers(headers -> SecurityHeaders.write(headers, SecurityHeaders.PAGES))
                .build();
    }

    /** Who may have something may also ask what its head says. */
    private static RequestMatcher[] reading(String... paths) {
        return Stream.of(HttpMethod.GET, HttpMethod.HEAD)
                .flatMap(method -> Stream.of(paths)
                        .map(path -> PathPatternRequestMatcher.withDefaults().matcher(method, path)))
                .toArray(RequestMatcher[]::new);
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
        repository.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return repository;
    }

    private static void answerWithProblems(
            ExceptionHandlingConfigurer<HttpSecurity> handling, ProblemWriter problems, String challenge) {
        handling.authenticationEntryPoint((request, response, failure) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
                    problems.write(response, Problem.of(HttpStatus.UNAUTHORIZED, "Sign in first."));
                })
                .accessDeniedHandler((request, response, failure) ->
                        problems.write(response, Problem.of(HttpStatus.FORBIDDEN, "This account may not do that.")));
    }
}
