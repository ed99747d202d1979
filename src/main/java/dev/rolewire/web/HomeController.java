package dev.rolewire.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Who opens the service in a browser gets to the API's description.
@Hidden
@RestController
class HomeController {

    @GetMapping("/")
    ResponseEntity<Void> home() {
        return ResponseEntity.status(HttpStatus.FOUND)
            .location(
                    ServletUriComponentsBuilder.fromCurrentContextPath().path("/swagger-ui/index.html").build().toUri())
            .build();
    }

}
