package dev.rolewire.web.privacy;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the guard of the logs in place, before the first request.
@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {

    @Bean
    LogGuard logGuard() {
        LogGuard guard = new LogGuard();
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!(factory instanceof LoggerContext context)) {
            throw new IllegalStateException("another logging system than Logback might log what clients send");
        }
        guard.setContext(context);
        guard.start();
        context.getTurboFilterList().removeIf(LogGuard.class::isInstance);
        context.addTurboFilter(guard);
        return guard;
    }

}
