package dev.rolewire.web.access;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/// Lets in who may. There is one chain of filters whatever the mode: no sessions, no cookies, and so nothing that another
/// site could use in somebody's name.
///
/// Only `/v1/analyses` takes documents and work, and only it needs credentials. The rules, the catalog, the schema and the
/// API's description are the same for everybody and say nothing of anybody. The actuator is open on a port of its own;
/// where it shares the port, all of it but the health needs credentials too.
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    Refusals refusals(Access access, MeterRegistry registry) {
        return new Refusals(access, registry);
    }

    /// Spans and timers of each filter would say nothing of the service.
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, Access access, Refusals refusals,
            Environment environment) {
        http.csrf(AbstractHttpConfigurer::disable)
            .sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .requestCache(AbstractHttpConfigurer::disable)
            .logout(AbstractHttpConfigurer::disable)
            .headers(AbstractHttpConfigurer::disable)
            .exceptionHandling((failures) -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
        switch (access.mode()) {
            case OPEN -> {
            }
            case API_KEY -> http.addFilterBefore(new ApiKeyFilter(new ApiKeySource(access), refusals),
                    AnonymousAuthenticationFilter.class);
            case JWT -> {
                AuthenticationManager tokens = new TokenAuthentication(TokenDecoder.of(access.jwt()));
                http.oauth2ResourceServer((server) -> server.authenticationEntryPoint(refusals)
                    .accessDeniedHandler(refusals)
                    .jwt((jwt) -> jwt.authenticationManager(tokens)));
            }
        }
        http.authorizeHttpRequests((requests) -> authorize(requests, access, ownPort(environment)));
        return http.build();
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            Access access, boolean ownPort) {
        if (access.mode() != Access.Mode.OPEN) {
            // A preflight carries no credentials.
            requests.requestMatchers(HttpMethod.OPTIONS).permitAll();
            if (access.mode() == Access.Mode.JWT) {
                requests.requestMatchers("/v1/analyses").hasAuthority("SCOPE_" + access.jwt().scope());
            }
            requests.requestMatchers("/v1/analyses").authenticated();
            requests.requestMatchers("/actuator/health", "/actuator/health/*").permitAll();
            if (!ownPort) {
                requests.requestMatchers("/actuator", "/actuator/**").authenticated();
            }
        }
        requests.anyRequest().permitAll();
    }

    private static boolean ownPort(Environment environment) {
        String management = environment.getProperty("management.server.port");
        return management != null && !Objects.equals(management, environment.getProperty("server.port", "8080"));
    }

}
