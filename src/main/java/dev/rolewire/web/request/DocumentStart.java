package dev.rolewire.web.request;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the first bytes of a document say of it, before anything parses it: enough to choose its limit and a name.
final class DocumentStart {

    private static final int LOOKED_AT = 512;

    private static final Pattern FIRST_KEY = Pattern.compile("^\\s*\\{\\s*\"([A-Za-z_]+)\"");

    /// The top-level keys of `terraform show -json` and of a state file (Terraform
    /// documentation, "JSON Output Format");
    /// no template has one of them.
    private static final Set<String> PLAN_KEYS = Set.of("format_version", "terraform_version", "applyable", "complete",
            "errored", "variables", "planned_values", "resource_changes", "resource_drift", "output_changes",
            "prior_state", "configuration", "relevant_attributes", "checks", "timestamp", "proposed_unknown",
            "action_invocations", "deferred_changes", "values", "version", "serial", "lineage", "outputs", "resources");

    private final String text;

    DocumentStart(byte[] bytes) {
        String latin = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < latin.length(); i++) {
            char c = latin.charAt(i);
            // PowerShell redirects to UTF-16, and editors add a byte order mark.
            boolean mark = i < 3 && c >= 0x80;
            if (c != 0 && !mark) {
                plain.append(c);
            }
        }
        this.text = plain.toString();
    }

    /// Whether it begins as a Terraform plan or state does.
    boolean isPlan() {
        Matcher key = FIRST_KEY.matcher(this.text);
        return key.find() && PLAN_KEYS.contains(key.group(1));
    }

    /// Whether it begins as a JSON object or array does.
    boolean isJson() {
        String stripped = this.text.stripLeading();
        return stripped.startsWith("{") || stripped.startsWith("[");
    }

    /// Whether it begins as a field of an HTML form does: a name, an equals sign,
    /// escapes.
    boolean isFormField() {
        int equals = this.text.indexOf('=');
        return equals > 0 && this.text.substring(0, equals).matches("[A-Za-z0-9_.%+-]{1,60}")
                && this.text.indexOf(' ') < 0 && this.text.indexOf('%', equals) > 0;
    }

    /// The name of a document whose client gave none.
    String defaultName() {
        if (isPlan()) {
            return "plan.json";
        }
        return isJson() ? "template.json" : "template.yaml";
    }

}
