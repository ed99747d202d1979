package dev.rolewire.rule;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import dev.rolewire.finding.Severity;
import dev.rolewire.model.Dialect;
import org.jspecify.annotations.Nullable;

/// What a rule says of itself: the source of its documentation page, of `GET /v1/rules` and of the table in README.
///
/// @param id kebab-case, names the flaw
/// @param severities the severities that its findings can have, the usual one first
/// @param category where it is listed
/// @param effect what its findings predict
/// @param enabled whether it runs when the request says nothing of it
/// @param families the families of dialects in which it can find something; there are fixtures for each
/// @param summary one sentence without full stop, at most 100 characters
/// @param why what happens at AWS, in Markdown
/// @param deployError the text that AWS answers with, with placeholders in angle brackets, or null when there is no
/// confirmed one
/// @param help what to do
/// @param exceptions when it stays silent although one might expect a finding
/// @param references where the facts come from
/// @param securitySeverity for a flaw that weakens security, how much, on the scale of CVSS from `0.1` to `10.0` (GitHub
/// says critical from 9.0, high from 7.0, medium from 4.0); null for one that only breaks the deployment or the workload
public record RuleMetadata(String id, List<Severity> severities, Category category, Effect effect, boolean enabled,
        List<Dialect.Family> families, String summary, String why, @Nullable String deployError, String help,
        String exceptions, List<Reference> references, @Nullable String securitySeverity) {

    public Severity defaultSeverity() {
        return this.severities.getFirst();
    }

    /// Where a rule is listed.
    public enum Category {

        DOCUMENT("document"), IDENTITY("identity"), TRUST("trust"), POLICY("policy"), HYGIENE("hygiene");

        private final String id;

        Category(String id) {
            this.id = id;
        }

        public String id() {
            return this.id;
        }

    }

    /// What the findings of a rule predict.
    public enum Effect {

        /// AWS or the tool refuses the document or the deployment: not judged for
        /// resources that stay as they are.
        DEPLOYMENT,
        /// The workload fails, now or later: judged for every resource that is there.
        WORKLOAD,
        /// Nothing fails, but it is not as it should be: judged for every resource that
        /// is there, and never counted for the verdict unless the request gives the rule
        /// a severity.
        HYGIENE

    }

    /// A source.
    ///
    /// @param title what it is
    /// @param uri where it is
    public record Reference(String title, URI uri) {

    }

    /// Starts the description of a rule.
    public static Builder builder(String id, Severity severity) {
        return new Builder(id, severity);
    }

    /// Collects the parts; each is required but `deployError`, `securitySeverity` and
    /// further severities.
    public static final class Builder {

        private final String id;

        private final List<Severity> severities = new ArrayList<>();

        private final List<Reference> references = new ArrayList<>();

        private Category category = Category.IDENTITY;

        private Effect effect = Effect.DEPLOYMENT;

        private boolean enabled = true;

        private List<Dialect.Family> families = List.of(Dialect.Family.values());

        private String summary = "";

        private String why = "";

        private @Nullable String deployError;

        private @Nullable String securitySeverity;

        private String help = "";

        private String exceptions = "";

        private Builder(String id, Severity severity) {
            this.id = id;
            this.severities.add(severity);
        }

        public Builder alsoAs(Severity severity) {
            this.severities.add(severity);
            return this;
        }

        public Builder category(Category category) {
            this.category = category;
            return this;
        }

        public Builder effect(Effect effect) {
            this.effect = effect;
            return this;
        }

        /// It runs only when the request enables it or gives it a severity.
        public Builder offByDefault() {
            this.enabled = false;
            return this;
        }

        /// Only these families; without it, all.
        public Builder families(Dialect.Family... families) {
            this.families = List.of(families);
            return this;
        }

        public Builder summary(String summary) {
            this.summary = summary;
            return this;
        }

        public Builder why(String why) {
            this.why = unwrapped(why);
            return this;
        }

        public Builder deployError(String deployError) {
            this.deployError = deployError;
            return this;
        }

        /// How much it weakens security, from `0.1` to `10.0`.
        public Builder securitySeverity(String securitySeverity) {
            this.securitySeverity = securitySeverity;
            return this;
        }

        public Builder help(String help) {
            this.help = unwrapped(help);
            return this;
        }

        public Builder exceptions(String exceptions) {
            this.exceptions = unwrapped(exceptions);
            return this;
        }

        public Builder reference(String title, String uri) {
            this.references.add(new Reference(title, URI.create(uri)));
            return this;
        }

        /// A paragraph is one line: where a text is broken is for its reader to say.
        private static String unwrapped(String text) {
            return text.strip().replaceAll("(?<!\n)\n(?!\n)", " ");
        }

        public RuleMetadata build() {
            return new RuleMetadata(this.id, List.copyOf(this.severities), this.category, this.effect, this.enabled,
                    this.families, this.summary, this.why, this.deployError, this.help, this.exceptions,
                    List.copyOf(this.references), this.securitySeverity);
        }

    }

}
