package dev.rolewire.architecture.samples.frontend.two;

/// Another front end.
public record Two() {

}
