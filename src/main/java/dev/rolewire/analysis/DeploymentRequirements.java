package dev.rolewire.analysis;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Wiring;

/// What the deployment of all documents of a request needs: capabilities to acknowledge, roles to pass.
///
/// CloudFormation asks for `CAPABILITY_IAM` when a template has certain IAM resources, whether or not their conditions
/// hold, for `CAPABILITY_NAMED_IAM` when it names them, and for `CAPABILITY_AUTO_EXPAND` when macros or transforms rewrite
/// it (CloudFormation API Reference, CreateStack, Capabilities).
final class DeploymentRequirements {

    private boolean rewritten;

    private boolean hasIam;

    private boolean namesIam;

    private final PassedRoles passed = new PassedRoles();

    void add(Wiring wiring) {
        if (wiring.template().dialect().family() == Dialect.Family.CLOUDFORMATION) {
            this.rewritten |= wiring.template().rewritten();
            for (Resource resource : wiring.template().resources().values()) {
                this.hasIam |= wiring.catalog().needsCapability(resource.type());
            }
            this.namesIam |= wiring.identities().stream().anyMatch((identity) -> isNamed(wiring, identity));
        }
        this.passed.add(wiring);
    }

    Report.Requirements build() {
        List<String> capabilities = new ArrayList<>();
        if (this.hasIam || this.namesIam) {
            capabilities.add(this.namesIam ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM");
        }
        if (this.rewritten) {
            capabilities.add("CAPABILITY_AUTO_EXPAND");
        }
        return new Report.Requirements(List.copyOf(capabilities), this.passed.roles(), this.passed.unknown());
    }

    /// Whether an identity is given a name in some case.
    private static boolean isNamed(Wiring wiring, Identity.Local identity) {
        String property = identity.type().nameProperty();
        Value name = property == null ? null : identity.resource().properties().get(property);
        return name != null && Alternatives.of(wiring.template().guards(), identity.resource().condition(), name)
            .stream()
            .anyMatch((alternative) -> !(alternative.value() instanceof Value.Absent));
    }

}
