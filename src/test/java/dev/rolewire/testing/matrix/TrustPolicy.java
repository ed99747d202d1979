package dev.rolewire.testing.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.catalog.IdentitySlot.TrustMode;

/// Trust policies as maps.
final class TrustPolicy {

    private TrustPolicy() {
    }

    /// A policy that lets principals assume a role in the way that a slot wants.
    static Map<String, Object> of(IdentitySlot slot, List<String> principals) {
        boolean federated = slot.trust().mode() == TrustMode.FEDERATED;
        List<String> actions = new ArrayList<>();
        actions.add(federated ? "sts:AssumeRoleWithWebIdentity" : "sts:AssumeRole");
        actions.addAll(slot.trust().actions());
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Effect", "Allow");
        List<String> trusted = principals.isEmpty() ? List.of("ec2.amazonaws.com") : principals;
        statement.put("Principal", Map.of(federated ? "Federated" : "Service", trusted));
        statement.put("Action", actions);
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("Version", "2012-10-17");
        policy.put("Statement", List.of(statement));
        return policy;
    }

}
