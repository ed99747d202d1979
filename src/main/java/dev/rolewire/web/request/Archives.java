package dev.rolewire.web.request;

import dev.rolewire.web.problem.Problem;
import java.util.List;

/// What to say of archives that are not unpacked.
final class Archives {

    private static final List<String> TYPES = List.of("application/zip", "application/gzip", "application/x-tar");

    private static final List<String> MORE_TYPES = List.of("application/x-zip-compressed", "application/x-zip",
            "application/x-gzip", "application/x-gtar", "application/x-compressed-tar", "application/x-tgz",
            "application/tar", "application/tar+gzip");

    private Archives() {
    }

    /// The media types that are documented.
    static List<String> mediaTypes() {
        return TYPES;
    }

    /// Whether a body says that it is an archive.
    static boolean claims(Body body) {
        return TYPES.stream().anyMatch(body::is) || MORE_TYPES.stream().anyMatch(body::is);
    }

    /// The problem of a body of a kind that is not unpacked.
    static Problem unsupported(ArchiveKind kind) {
        return switch (kind) {
            case TERRAFORM_PLAN ->
                BodyDecoders.unsupported("This is the binary plan that `terraform plan -out` wrote. Send what "
                        + "`terraform show -json` makes of it.")
                    .with("command", Commands.PLAN);
            case ZIP, GZIP, TAR, BZIP2, XZ, ZSTD, SEVEN_ZIP, RAR ->
                BodyDecoders.unsupported("An archive of kind " + kind.id() + (kind.isUnpacked() ? " inside a gzip" : "")
                        + " is not unpacked. Send a zip, a tar.gz or a tar.")
                    .with("command", Commands.ARCHIVE);
        };
    }

    /// Why an archive among other files is left out; lower-case start, no full stop.
    static String notOpened(ArchiveKind kind) {
        return (kind == ArchiveKind.TERRAFORM_PLAN)
                ? "a binary Terraform plan; send what `terraform show -json` makes of it"
                : "an archive (" + kind.id() + ") among other files, not opened";
    }

}
