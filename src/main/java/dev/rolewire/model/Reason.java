package dev.rolewire.model;

/// Why something cannot be known before the deployment.
public enum Reason {

    /// A parameter or variable whose value is not given, or may be another than its
    /// default.
    PARAMETER("parameter"),
    /// `Fn::ImportValue`: exported by another stack.
    IMPORT("import"),
    /// `{{resolve:...}}` or an SSM parameter type.
    DYNAMIC_REFERENCE("dynamic-reference"),
    /// A macro, transform, module or other construct that rewrites the template.
    MACRO("macro"),
    /// A nested stack or Terraform module whose source is not at hand.
    REMOTE_MODULE("remote-module"),
    /// A value that exists only once the resource does.
    KNOWN_AFTER_APPLY("known-after-apply"),
    /// A name or ARN written out, of an identity that the document does not define.
    EXTERNAL_NAME("external-name"),
    /// A data source that is read during the deployment.
    DATA_SOURCE("data-source"),
    /// The counted budget of work was used up.
    BUDGET("budget");

    private final String id;

    Reason(String id) {
        this.id = id;
    }

    /// The word in reports.
    public String id() {
        return this.id;
    }

}
