package dev.rolewire.web;

import dev.rolewire.web.access.Access;
import dev.rolewire.web.request.Limits;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The service's own configuration: `rolewire.*`.
///
/// @param limits how much one request, and all together, may take
/// @param access who may have documents analysed
/// @param cors which pages of other sites may call the service
@ConfigurationProperties("rolewire")
@Validated
record RolewireProperties(@Valid @DefaultValue Limits limits, @Valid @DefaultValue Access access,
        @DefaultValue Cors cors) {

    /// Which pages of other sites may call the service: `rolewire.cors.*`.
    ///
    /// @param allowedOrigins such as `https://portal.example.com`; none by default
    record Cors(@DefaultValue List<String> allowedOrigins) {

    }

}
