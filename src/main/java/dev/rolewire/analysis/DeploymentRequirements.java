package dev.rolewire.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.RoleTrust;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/// What the deployment of all documents of a request needs: capabilities to acknowledge, roles to pass.
///
/// CloudFormation asks for `CAPABILITY_IAM` when a template makes IAM resources, for `CAPABILITY_NAMED_IAM` when it
/// names them, and for `CAPABILITY_AUTO_EXPAND` when macros or transforms rewrite it (CloudFormation API Reference,
/// CreateStack, Capabilities).
final class DeploymentRequirements {

    private boolean rewritten;

    private boolean makesIam;

    private boolean namesIam;

    private final Map<String, Set<String>> passed = new LinkedHashMap<>();

    void add(Wiring wiring) {
        if (wiring.template().dialect().family() == Dialect.Family.CLOUDFORMATION) {
            this.rewritten |= wiring.template().rewritten();
            for (Resource resource : wiring.template().resources().values()) {
                this.makesIam |= resource.type().startsWith("AWS::IAM::") && resource.condition() != Guard.FALSE;
            }
            for (Identity.Local identity : wiring.identities()) {
                String property = identity.type().nameProperty();
                this.namesIam |= property != null && identity.resource().properties().get(property) != null;
            }
        }
        wiring.identities().forEach((identity) -> addUntaken(wiring, identity));
        wiring.slotUses().forEach((use) -> use.alternatives().forEach((alternative) -> add(wiring, use, alternative)));
    }

    Report.Requirements build() {
        List<String> capabilities = new ArrayList<>();
        if (this.makesIam || this.namesIam) {
            capabilities.add(this.namesIam ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM");
        }
        if (this.rewritten) {
            capabilities.add("CAPABILITY_AUTO_EXPAND");
        }
        List<Report.PassRole> roles = new ArrayList<>();
        this.passed.forEach((role, services) -> roles.add(new Report.PassRole(role, List.copyOf(services))));
        return new Report.Requirements(List.copyOf(capabilities), List.copyOf(roles));
    }

    /// A role that a transform makes is passed although no slot of the document takes it:
    /// what takes it is made as well.
    private void addUntaken(Wiring wiring, Identity.Local identity) {
        Resource role = identity.resource();
        String property = identity.type().trustProperty();
        if (property == null || role.maker() == null || role.condition() == Guard.FALSE || wiring.isTaken(role)) {
            return;
        }
        Set<String> services = new LinkedHashSet<>();
        collectServices(role.properties().get(property), services);
        if (!services.isEmpty()) {
            this.passed.computeIfAbsent(arn(wiring, role), (key) -> new LinkedHashSet<>()).addAll(services);
        }
    }

    private static void collectServices(@Nullable Value value, Set<String> services) {
        if (value instanceof Value.ListValue list) {
            list.items().forEach((item) -> collectServices(item, services));
        }
        else if (value instanceof Value.ObjectValue object) {
            Value service = object.get("Service");
            if (service instanceof Value.ListValue names) {
                names.items().forEach((name) -> addLiteral(name, services));
            }
            addLiteral(service, services);
            object.fields().forEach((field) -> collectServices(field.value(), services));
        }
    }

    private static void addLiteral(@Nullable Value value, Set<String> services) {
        if (value instanceof Value.Literal literal) {
            services.add(literal.text());
        }
    }

    private void add(Wiring wiring, SlotUse use, SlotAlternative alternative) {
        boolean assumed = switch (use.slot().trust().mode()) {
            case ANY, ALL -> true;
            case FEDERATED, NONE, UNKNOWN -> false;
        };
        if (!assumed || !(alternative.resolution() instanceof Resolution.Identified identified)) {
            return;
        }
        for (RoleTrust trust : alternative.trust()) {
            if (trust.role() != null) {
                pass(arn(wiring, trust.role()), use.slot());
            }
            else if (trust.held() != null) {
                pass(trust.held().label(), use.slot());
            }
        }
        if (identified.accepted().kind() == IdentityKind.ROLE
                && identified.identity() instanceof Identity.External external && external.label().startsWith("arn:")
                && !external.label().contains("${")) {
            pass(external.label(), use.slot());
        }
    }

    private void pass(String role, IdentitySlot slot) {
        Set<String> services = this.passed.computeIfAbsent(role, (key) -> new LinkedHashSet<>());
        slot.trust().principals().forEach((principal) -> services.add(principal.replace("{region}", "*")));
    }

    private static String arn(Wiring wiring, Resource role) {
        Template.Environment environment = wiring.template().environment();
        String name = wiring.identityAt(role.address()).map(wiring::nameOf).orElse(null);
        String property = wiring.identityAt(role.address())
            .map((identity) -> identity.type().pathProperty())
            .orElse(null);
        Value path = property == null ? null : role.properties().get(property);
        String written = path instanceof Value.Literal literal ? literal.text() : path == null ? "/" : "/*";
        String account = environment.accountId() == null ? "*" : environment.accountId();
        String start = written.startsWith("/") ? written : "/" + written;
        return "arn:*:iam::" + account + ":role" + start + (start.endsWith("*") ? "" : name == null ? "*" : name);
    }

}
