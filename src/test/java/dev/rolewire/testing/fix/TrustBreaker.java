package dev.rolewire.testing.fix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.rolewire.catalog.PolicyPlace;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import dev.rolewire.policy.PolicyDocument;
import dev.rolewire.policy.PolicyItem;
import dev.rolewire.policy.PolicyStatement;
import dev.rolewire.source.Span;
import dev.rolewire.wiring.PolicyUse;
import dev.rolewire.wiring.RoleTrust;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;

/// Breaks trust policies: the service of a slot is dropped, exchanged or misspelt.
final class TrustBreaker {

    private final CorrectInput input;

    private final Wiring wiring;

    private final List<Breakage> broken = new ArrayList<>();

    private final Set<String> seen = new HashSet<>();

    TrustBreaker(CorrectInput input, Wiring wiring) {
        this.input = input;
        this.wiring = wiring;
    }

    List<Breakage> all() {
        for (SlotUse use : this.wiring.slotUses()) {
            if (use.resource().maker() != null || this.wiring.isProfileRoles(use)) {
                continue;
            }
            for (SlotAlternative alternative : use.alternatives()) {
                alternative.trust().forEach((trust) -> role(use, alternative, trust));
            }
        }
        return this.broken;
    }

    private void role(SlotUse use, SlotAlternative alternative, RoleTrust trust) {
        if (trust.role() == null || trust.granted() != Guard.TRUE || trust.role().maker() != null
                || alternative.guard() == Guard.FALSE) {
            return;
        }
        for (PolicyUse policy : this.wiring.policyUses()) {
            if (policy.resource() == trust.role() && policy.place().kind() == PolicyPlace.Kind.TRUST) {
                PolicyDocument.of(policy.value(), this.wiring.template().guards())
                    .statements()
                    .forEach((statement) -> statement(use, statement));
            }
        }
    }

    private void statement(SlotUse use, PolicyStatement statement) {
        List<PolicyItem> services = statement.principal()
            .items()
            .stream()
            .filter((item) -> item.key().equals("Service"))
            .toList();
        for (PolicyItem item : services) {
            if (item.value() instanceof Value.Literal literal && item.guard() == Guard.TRUE
                    && use.slot().trust().principals().contains(literal.text())) {
                service(use, services, item, literal);
            }
        }
    }

    private void service(SlotUse use, List<PolicyItem> services, PolicyItem item, Value.Literal literal) {
        Origin origin = item.value().origin();
        String written = origin.source().textAt(origin.span());
        if (!written.contains(literal.text())) {
            return;
        }
        String other = literal.text().equals("ec2.amazonaws.com") ? "lambda.amazonaws.com" : "ec2.amazonaws.com";
        if (use.slot().trust().principals().contains(other)) {
            other = "glue.amazonaws.com";
        }
        add(use, origin, "service-not-trusted", "service exchanged", origin.span(),
                written.replace(literal.text(), other));
        add(use, origin, "unknown-service-principal", "service misspelt", origin.span(),
                written.replace(literal.text(), literal.text().replace("amazonaws", "amazon")));
        if (services.size() > 1) {
            drop(use, origin);
        }
    }

    /// Takes an item out of its list.
    private void drop(SlotUse use, Origin origin) {
        String text = origin.source().text();
        int start = origin.span().start();
        int end = origin.span().end();
        int before = start;
        while (before > 0 && Character.isWhitespace(text.charAt(before - 1))) {
            before--;
        }
        int after = end;
        while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
            after++;
        }
        if (before > 0 && text.charAt(before - 1) == '-') {
            int line = text.lastIndexOf('\n', start) + 1;
            int next = text.indexOf('\n', end);
            if (text.substring(line, start).strip().equals("-") && next > 0) {
                add(use, origin, "service-not-trusted", "service dropped", new Span(line, next + 1), "");
            }
        }
        else if (after < text.length() && text.charAt(after) == ',') {
            add(use, origin, "service-not-trusted", "service dropped", new Span(start, after + 1), "");
        }
        else if (before > 0 && text.charAt(before - 1) == ',') {
            add(use, origin, "service-not-trusted", "service dropped", new Span(before - 1, end), "");
        }
    }

    private void add(SlotUse use, Origin origin, String rule, String way, Span span, String text) {
        boolean hcl = this.wiring.template().dialect().family() == Dialect.Family.TERRAFORM;
        if (this.seen.add(rule + way + use.resource().address() + use.property() + origin.source().uri() + span)) {
            String dialect = hcl ? "HCL" : origin.source().text().stripLeading().startsWith("{") ? "JSON" : "YAML";
            this.broken.add(new Breakage(this.input.name(), dialect, rule, way, use.resource().address(),
                    use.property(), origin.source().uri(), this.input.with(origin.source(), span, text), true));
        }
    }

}
