package dev.rolewire.web.request;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// A kind of archive, by its first bytes. A name or a media type says less: clients leave them out or guess them.
enum ArchiveKind {

    /// Unpacked.
    ZIP("zip", true),
    /// Unpacked: a tar or one document.
    GZIP("gzip", true),
    /// Unpacked.
    TAR("tar", true),
    /// The binary plan that `terraform plan -out` writes, a zip.
    TERRAFORM_PLAN("binary Terraform plan", false),
    /// Not unpacked.
    BZIP2("bzip2", false),
    /// Not unpacked.
    XZ("xz", false),
    /// Not unpacked.
    ZSTD("zstd", false),
    /// Not unpacked.
    SEVEN_ZIP("7z", false),
    /// Not unpacked.
    RAR("rar", false);

    /// How many bytes tell.
    static final int LOOKED_AT = 512;

    private static final int CHECKSUM = 148;

    private static final int CHECKSUM_LENGTH = 8;

    private final String id;

    private final boolean unpacked;

    ArchiveKind(String id, boolean unpacked) {
        this.id = id;
        this.unpacked = unpacked;
    }

    /// What it is called.
    String id() {
        return this.id;
    }

    /// Whether archives of this kind are unpacked.
    boolean isUnpacked() {
        return this.unpacked;
    }

    /// The kind of archive that begins so, or empty when it is none.
    /// @param start the first 512 bytes or more, fewer when there are not as many
    static Optional<ArchiveKind> of(byte[] start) {
        if (has(start, 0, "PK\u0003\u0004")) {
            return Optional.of(isTerraformPlan(start) ? TERRAFORM_PLAN : ZIP);
        }
        if (has(start, 0, "PK\u0005\u0006") || has(start, 0, "PK\u0007\u0008")) {
            return Optional.of(ZIP);
        }
        if (has(start, 0, "\u001f\u008b")) {
            return Optional.of(GZIP);
        }
        if (has(start, 0, "BZh") && has(start, 4, "1AY&SY")) {
            return Optional.of(BZIP2);
        }
        if (has(start, 0, "\u00fd7zXZ\u0000")) {
            return Optional.of(XZ);
        }
        if (has(start, 0, "\u0028\u00b5\u002f\u00fd")) {
            return Optional.of(ZSTD);
        }
        if (has(start, 0, "7z\u00bc\u00af\u0027\u001c")) {
            return Optional.of(SEVEN_ZIP);
        }
        if (has(start, 0, "Rar!\u001a\u0007")) {
            return Optional.of(RAR);
        }
        return isTar(start) ? Optional.of(TAR) : Optional.empty();
    }

    /// Terraform and OpenTofu write the entry `tfplan` first, or `tfstate` beside it
    /// (Terraform's source, `internal/plans/planfile`).
    private static boolean isTerraformPlan(byte[] start) {
        return has(start, 26, "\u0006\u0000") && has(start, 30, "tfplan");
    }

    /// Old archives have no magic, but all have the sum of the header in octal digits,
    /// its
    /// own field counted as blanks.
    private static boolean isTar(byte[] start) {
        if (start.length < LOOKED_AT || start[0] == 0) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < LOOKED_AT; i++) {
            boolean own = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_LENGTH;
            sum += own ? ' ' : start[i] & 0xFF;
        }
        String field = new String(start, CHECKSUM, CHECKSUM_LENGTH, StandardCharsets.ISO_8859_1);
        String digits = field.replace('\u0000', ' ').strip();
        return has(start, 257, "ustar") || (digits.matches("[0-7]{1,7}") && Integer.parseInt(digits, 8) == sum);
    }

    private static boolean has(byte[] bytes, int offset, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= offset + wanted.length
                && Arrays.equals(bytes, offset, offset + wanted.length, wanted, 0, wanted.length);
    }

}
