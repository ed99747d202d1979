package dev.rolewire.web;

import dev.rolewire.catalog.Catalog;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.model.Dialect;
import dev.rolewire.web.CatalogViews.CatalogOverview;
import dev.rolewire.web.CatalogViews.CatalogType;
import dev.rolewire.web.CatalogViews.FamilyOverview;
import dev.rolewire.web.CatalogViews.CatalogSlot;
import dev.rolewire.web.CatalogViews.TypeSummary;
import dev.rolewire.web.problem.Excerpt;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import dev.rolewire.rule.Nearest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the service knows of AWS.
@RestController
@Tag(name = "Catalog")
class CatalogController {

    private final Catalog catalog;

    private final List<FamilyOverview> families;

    CatalogController(Catalog catalog) {
        this.catalog = catalog;
        this.families = Arrays.stream(Dialect.Family.values()).map((family) -> overview(catalog, family)).toList();
    }

    @GetMapping(path = "/v1/catalog", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getCatalog", summary = "Lists the resource types that take an identity",
            description = "With the number of their identity slots, sorted by type.")
    CatalogOverview overview(@RequestParam(required = false) @Parameter(description = "Only the types of this family",
            schema = @Schema(allowableValues = { "cloudformation", "terraform" })) @Nullable String family) {
        if (family == null) {
            return new CatalogOverview(this.catalog.version(), this.families);
        }
        List<FamilyOverview> chosen = this.families.stream().filter((each) -> each.family().equals(family)).toList();
        if (chosen.isEmpty()) {
            List<String> allowed = this.families.stream().map(FamilyOverview::family).toList();
            throw Problem
                .of(ProblemType.BAD_OPTION_VALUE,
                        "`family` takes one of " + String.join(", ", allowed) + ", and not " + Excerpt.of(family) + ".")
                .with("option", "family")
                .with("allowed", allowed)
                .asException();
        }
        return new CatalogOverview(this.catalog.version(), chosen);
    }

    @GetMapping(path = "/v1/catalog/{type}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getCatalogType", summary = "Describes the identity slots of a resource type",
            description = "What each takes, who must be trusted, whether it is required, and how sure the row is.")
    CatalogType get(@PathVariable @Parameter(description = "A CloudFormation or Terraform resource type",
            example = "AWS::EC2::Instance") String type) {
        List<IdentitySlot> slots = this.catalog.slotsOf(type);
        List<IdentitySlot> dataSlots = this.catalog.dataSlotsOf(type);
        if (slots.isEmpty() && dataSlots.isEmpty()) {
            throw missing(type).asException();
        }
        return new CatalogType(type, familyOf(type), slots.stream().map(CatalogSlot::of).toList(),
                dataSlots.stream().map(CatalogSlot::of).toList());
    }

    private String familyOf(String type) {
        return this.families.stream()
            .filter((family) -> family.resourceTypes().stream().anyMatch((each) -> each.type().equals(type)))
            .map(FamilyOverview::family)
            .findFirst()
            .orElse(CatalogViews.word(Dialect.Family.TERRAFORM));
    }

    private static FamilyOverview overview(Catalog catalog, Dialect.Family family) {
        SequencedMap<String, Integer> counts = new LinkedHashMap<>();
        catalog.slots(family).forEach((slot) -> counts.merge(slot.type(), 1, Integer::sum));
        List<TypeSummary> types = new ArrayList<>();
        counts.forEach((type, count) -> types.add(new TypeSummary(type, count)));
        return new FamilyOverview(CatalogViews.word(family), types.size(), catalog.slots(family).size(), types);
    }

    private Problem missing(String type) {
        List<String> types = this.families.stream()
            .flatMap((family) -> family.resourceTypes().stream())
            .map(TypeSummary::type)
            .toList();
        return Problem
            .of(ProblemType.TYPE_NOT_FOUND,
                    "The catalog has no identity slot of " + Excerpt.of(type) + ". GET /v1/catalog lists the types.")
            .with("nearest", Nearest.to(type, types));
    }

}
