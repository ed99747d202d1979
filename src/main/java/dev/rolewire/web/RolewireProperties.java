package dev.rolewire.web;

import dev.rolewire.web.request.Limits;
import jakarta.validation.Valid;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The service's own configuration: `rolewire.*`.
///
/// @param limits how much one request, and all together, may take
@ConfigurationProperties("rolewire")
@Validated
record RolewireProperties(@Valid @DefaultValue Limits limits) {

}
