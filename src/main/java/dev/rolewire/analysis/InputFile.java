package dev.rolewire.analysis;

/// One file of a request, as it came.
///
/// @param uri its path relative to the bundle's root, with forward slashes
/// @param bytes its content; not copied, not changed
public record InputFile(String uri, byte[] bytes) {

}
