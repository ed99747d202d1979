package dev.rolewire.architecture;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/// The order of the stages: which package may use which.
final class StageRules {

    /// The stages with the stages that each may use.
    static final List<Stage> STAGES = List.of(new Stage("source"), new Stage("finding", "source"),
            new Stage("syntax", "source"), new Stage("model", "source"),
            new Stage("frontend", "syntax", "model", "source"), new Stage("catalog", "model"),
            new Stage("policy", "catalog", "model", "source"), new Stage("inventory", "catalog", "model", "source"),
            new Stage("wiring", "inventory", "policy", "catalog", "model", "source"),
            new Stage("remedy", "finding", "model", "source"),
            new Stage("edit", "remedy", "syntax", "finding", "model", "source"),
            new Stage("rule", "remedy", "wiring", "inventory", "policy", "catalog", "model", "finding", "source"),
            new Stage("analysis", "rule", "edit", "remedy", "wiring", "inventory", "policy", "catalog", "frontend",
                    "model", "syntax", "finding", "source"),
            new Stage("report", "analysis", "rule", "inventory", "finding", "model", "source"),
            new Stage("web", "report", "analysis", "rule", "wiring", "inventory", "policy", "catalog", "frontend",
                    "model", "syntax", "finding", "source"));

    /// One stage.
    ///
    /// @param name its package below the root
    /// @param uses the stages that it may use
    record Stage(String name, Set<String> uses) {

        Stage(String name, String... uses) {
            this(name, new TreeSet<>(List.of(uses)));
        }

    }

    private final String root;

    /// The rules for the stages below a root package.
    StageRules(String root) {
        this.root = root;
    }

    /// A stage depends on the stages below it alone.
    ArchRule stage(Stage stage) {
        return classes().that()
            .resideInAPackage(this.root + "." + stage.name() + "..")
            .should()
            .onlyDependOnClassesThat(outsideOr(stage))
            .as(stage.name() + " uses no stage but " + stage.uses())
            .because("arrows between stages point downwards only (README, Invariants)");
    }

    private DescribedPredicate<JavaClass> outsideOr(Stage stage) {
        return DescribedPredicate.describe("belong to no other stage", (type) -> {
            String name = type.getBaseComponentType().getPackageName();
            if (!name.startsWith(this.root + ".")) {
                return !name.equals(this.root) || type.getSimpleName().equals("package-info");
            }
            String used = name.substring(this.root.length() + 1).split("\\.", 2)[0];
            return used.equals(stage.name()) || stage.uses().contains(used);
        });
    }

    /// The stages are free of cycles, and so are the packages inside them.
    ArchRule cycles() {
        return slices().matching(this.root + ".(**)")
            .should()
            .beFreeOfCycles()
            .because("a cycle makes two packages one that nobody can read alone");
    }

    /// Every class is in a stage; only the main class is not.
    ArchRule everyClassHasAStage() {
        String[] packages = STAGES.stream()
            .map((stage) -> this.root + "." + stage.name() + "..")
            .toArray(String[]::new);
        return classes().that()
            .resideInAPackage(this.root + "..")
            .and()
            .doNotHaveSimpleName("package-info")
            .and()
            .doNotHaveSimpleName("RolewireApplication")
            .should()
            .resideInAnyPackage(packages)
            .because("a package beside the stages escapes their order");
    }

    /// The front ends do not know each other.
    ArchRule frontendsAreApart() {
        return slices().matching(this.root + ".frontend.(*)..")
            .should()
            .notDependOnEachOther()
            .because("a dialect is added without touching another one");
    }

}
