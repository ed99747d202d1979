package dev.rolewire.testing.fix;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.wiring.Identity;
import org.jspecify.annotations.Nullable;

/// A reference as it is written.
///
/// @param source the file
/// @param span where
/// @param text what stands there
/// @param local what is referred to
/// @param attribute its attribute
/// @param hcl whether it is Terraform
/// @param direct whether it stands at the slot itself
record Place(SourceFile source, Span span, String text, Identity.Local local, String attribute, boolean hcl,
        boolean direct) {

    private static final Pattern CALL = Pattern.compile("(?s)(?<open>[{]?\\s*)(?<q>[\"']?)(?:"
            + "Ref\\k<q>\\s*:\\s*(?<vq>[\"']?)(?<name>\\w+)\\k<vq>"
            + "|Fn::GetAtt\\k<q>\\s*:\\s*(?:\\[\\s*[\"']?(?<list>\\w+)[\"']?\\s*,\\s*[\"']?(?<attribute>\\w+)[\"']?\\s*]"
            + "|-\\s*[\"']?(?<dash>\\w+)[\"']?\\s*\\n\\s*-\\s*[\"']?\\w+[\"']?|[\"']?(?<dot>\\w+)\\.\\w+[\"']?))(?<close>\\s*[}]?)");

    private static final Pattern TAG = Pattern.compile(
            "!(?:Ref\\s+(?<q>[\"']?)(?<name>\\w+)\\k<q>|GetAtt\\s+(?<gq>[\"']?)(?<dot>\\w+)\\.\\w+\\k<gq>|GetAtt\\s*\\[\\s*(?<list>\\w+)\\s*,.*])");

    private static final Pattern SUB = Pattern
        .compile("(?<before>!Sub\\s+[\"']?\\$\\{)(?<name>\\w+)(?:\\.\\w+)?(?<after>}[\"']?)");

    /// Reads a reference; null when it is written in another way.
    static @Nullable Place of(SourceFile source, Span span, Identity.Local local, String attribute, boolean hcl,
            boolean direct) {
        String text = source.textAt(span);
        boolean written = hcl
                ? text.contains(block(local)) && Pattern.compile("\\." + attribute + "\\b").matcher(text).find()
                : TAG.matcher(text).matches() || CALL.matcher(text).matches() || SUB.matcher(text).matches();
        return written ? new Place(source, span, text, local, attribute, hcl, direct) : null;
    }

    /// The block of an identity of Terraform as its module refers to it.
    static String block(Identity.Local local) {
        String address = local.resource().address().replaceAll("\\[[^\\]]*]", "");
        return address.replaceAll("^(?:module\\.[\\w-]+\\.)*", "");
    }

    boolean json() {
        return !this.hcl && this.source.text().stripLeading().startsWith("{");
    }

    /// The same reference with another attribute.
    @Nullable String withAttribute(String other) {
        if (other.isEmpty()) {
            return null;
        }
        if (this.hcl) {
            return this.text.replaceAll("\\." + this.attribute + "\\b", "." + other);
        }
        String name = nameOf(this.local);
        return name == null ? null : written(name, other);
    }

    /// A reference to the same attribute of another identity.
    @Nullable String withTarget(Identity.Local other) {
        String name = nameOf(other);
        if (name == null) {
            return null;
        }
        if (!this.hcl) {
            return written(name, this.attribute);
        }
        boolean keys = other.resource().instanceKey() == null ? this.local.resource().instanceKey() == null
                : other.resource().instanceKey().equals(this.local.resource().instanceKey());
        return keys ? this.text.replace(block(this.local), block(other)) : null;
    }

    @Nullable String nameOf(Identity.Local other) {
        String address = other.resource().address();
        String own = this.local.resource().address();
        if (this.hcl) {
            boolean same = module(address).equals(module(own));
            return same ? block(other) : null;
        }
        return address.contains("/") || address.contains("#") ? null : address;
    }

    private static String module(String address) {
        Matcher module = Pattern.compile("^(?:module\\.[\\w-]+(?:\\[[^\\]]*])?\\.)*").matcher(address);
        return module.find() ? module.group() : "";
    }

    private String written(String name, String other) {
        boolean ref = other.equals("Ref");
        Matcher sub = SUB.matcher(this.text);
        if (sub.matches()) {
            return sub.group("before") + name + (ref ? "" : "." + other) + sub.group("after");
        }
        Matcher call = CALL.matcher(this.text);
        if (call.matches()) {
            String q = call.group("q");
            String inside = ref ? q + "Ref" + q + ": " + q + name + q
                    : q + "Fn::GetAtt" + q + ": [" + q + name + q + ", " + q + other + q + "]";
            return call.group("open") + inside + call.group("close");
        }
        return ref ? "!Ref " + name : "!GetAtt " + name + "." + other;
    }

}
