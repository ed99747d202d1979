package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

import dev.rolewire.frontend.terraform.plan.PlannedResource.Known;
import dev.rolewire.frontend.terraform.plan.Resolution.Candidate;
import org.jspecify.annotations.Nullable;

/// Which attributes of IAM resources may stand behind the locals and `dynamic` blocks that a plan does not show.
///
/// Terraform 1.2 and later list in `relevant_attributes` every resource attribute that some value of the plan comes from,
/// locals and all. The list proves nothing of one value, but what is not in it is not referred to. Older plans have no
/// list: there every name, ARN and id may be meant.
final class RelevantAttributes {

    private static final int MAX_IDENTITIES = 8;

    private static final int MAX_SAME_TEXT = 16;

    private static final List<String> NAMING = List.of("name", "arn", "id");

    private final PlannedResources resources;

    private final Place list;

    private @Nullable Map<String, SequencedSet<String>> byText;

    private @Nullable List<Candidate> identities;

    RelevantAttributes(PlannedResources resources, Place list) {
        this.resources = resources;
        this.list = list;
    }

    /// The addresses of the resources that a known text may come from.
    SequencedSet<String> withText(String text) {
        Map<String, SequencedSet<String>> known = this.byText;
        if (known == null) {
            known = new HashMap<>();
            for (Candidate candidate : this.list.isSequence() ? listed() : naming()) {
                String value = candidate.resource().text(candidate.path());
                if (value != null && !value.isEmpty()) {
                    SequencedSet<String> same = known.computeIfAbsent(value, (_) -> new LinkedHashSet<>());
                    if (same.size() < MAX_SAME_TEXT) {
                        same.add(candidate.resource().address());
                    }
                }
            }
            this.byText = known;
        }
        return known.getOrDefault(text, new LinkedHashSet<>());
    }

    /// The attributes of IAM resources that an unknown value may come from; none when
    /// they are many.
    List<Candidate> unknownIdentities() {
        List<Candidate> known = this.identities;
        if (known == null) {
            known = listed().stream()
                .filter((candidate) -> candidate.path().size() == 1
                        && NAMING.contains(candidate.path().getFirst().text())
                        && candidate.resource().known(candidate.path()) == Known.UNKNOWN)
                .limit(MAX_IDENTITIES + 1L)
                .toList();
            known = known.size() > MAX_IDENTITIES ? List.of() : known;
            this.identities = known;
        }
        return known;
    }

    /// Whether an address or type is that of an IAM resource: what stands behind a local
    /// matters only when it may be an identity.
    static boolean isIam(String text) {
        return text.contains("aws_iam_");
    }

    private List<Candidate> listed() {
        List<Candidate> found = new ArrayList<>();
        for (Place entry : this.list.items()) {
            String address = entry.get("resource").text();
            PlannedResource resource = address == null ? null : this.resources.byAddress(address);
            List<Step> path = path(entry.get("attribute"));
            if (resource != null && resource.lowered() && isIam(resource.block().type()) && !path.isEmpty()) {
                found.add(new Candidate(resource, path, false));
            }
        }
        return found;
    }

    private static List<Step> path(Place attribute) {
        List<Step> path = new ArrayList<>();
        for (Place item : attribute.items()) {
            String text = item.text();
            String number = item.scalarText();
            if (text != null) {
                path.add(Step.name(text));
            }
            else if (number != null) {
                path.add(Step.number(number));
            }
        }
        return path;
    }

    private List<Candidate> naming() {
        List<Candidate> found = new ArrayList<>();
        for (PlannedResource resource : this.resources.all()) {
            if (resource.lowered() && isIam(resource.block().type())) {
                NAMING.forEach((name) -> found.add(new Candidate(resource, List.of(Step.name(name)), false)));
            }
        }
        return found;
    }

}
