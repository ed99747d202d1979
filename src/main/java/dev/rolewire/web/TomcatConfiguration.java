package dev.rolewire.web;

import dev.rolewire.web.connection.ConnectionGuard;
import dev.rolewire.web.connection.GuardedProtocol;
import dev.rolewire.web.connection.PaceFilter;
import dev.rolewire.web.problem.ProblemReportValve;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// What Tomcat does that has no property.
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

    @Bean
    ConnectionGuard connectionGuard(RolewireProperties properties, MeterRegistry registry) {
        return new ConnectionGuard(properties.limits().pace(), registry);
    }

    @Bean
    FilterRegistrationBean<PaceFilter> paceFilter(ConnectionGuard guard, RolewireProperties properties) {
        FilterRegistrationBean<PaceFilter> filter = new FilterRegistrationBean<>(
                new PaceFilter(guard, properties.limits().pace()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat(ConnectionGuard guard) {
        return (factory) -> {
            factory.setProtocol(GuardedProtocol.class.getName());
            factory.addContextCustomizers((context) -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ProblemReportValve.class.getName());
                }
            });
            factory.addConnectorCustomizers((connector) -> {
                if (connector.getProtocolHandler() instanceof GuardedProtocol guarded) {
                    guarded.guardedBy(guard);
                }
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                    // A client that asks first (`Expect: 100-continue`, as curl does) is
                    // refused before it sends.
                    http.setContinueResponseTiming("onRead");
                }
            });
        };
    }

}
