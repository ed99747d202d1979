package dev.rolewire.architecture.samples.nostage;

/// Is in no stage.
record Stray() {

}
