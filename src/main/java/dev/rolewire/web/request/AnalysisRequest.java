package dev.rolewire.web.request;

import dev.rolewire.analysis.InputFile;
import java.util.List;

/// A request that makes sense.
///
/// @param files at least one
/// @param options what it asks for
public record AnalysisRequest(List<InputFile> files, RequestOptions options) {

}
