package dev.rolewire.architecture;

import java.util.Locale;
import java.util.Set;

import com.google.auto.service.AutoService;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/// What keeps the core a pure library, and the code uniform.
final class PurityRules {

    /// Reading what a caller hands over is no I/O; opening something is.
    private static final Set<String> NO_INPUT_OUTPUT = Set.of("java.io.InputStream", "java.io.OutputStream",
            "java.io.Reader", "java.io.Writer", "java.io.StringReader", "java.io.StringWriter", "java.io.PrintWriter",
            "java.io.ByteArrayInputStream", "java.io.ByteArrayOutputStream", "java.io.BufferedReader",
            "java.io.BufferedWriter", "java.io.BufferedOutputStream", "java.io.BufferedInputStream",
            "java.io.InputStreamReader", "java.io.OutputStreamWriter", "java.io.IOException",
            "java.io.UncheckedIOException", "java.io.Serializable", "java.net.URI", "java.net.URLDecoder");

    private static final Set<String> CLOCKS = Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "system",
            "systemDefaultZone");

    private final String root;

    /// The rules for the stages below a root package.
    PurityRules(String root) {
        this.root = root;
    }

    private String in(String stage) {
        return this.root + "." + stage + "..";
    }

    private GivenClassesConjunction core() {
        return classes().that(inCore());
    }

    private DescribedPredicate<JavaClass> inCore() {
        return DescribedPredicate.describe("are in the core",
                (type) -> type.getPackageName().startsWith(this.root + ".")
                        && !(type.getPackageName() + ".").startsWith(this.root + ".web."));
    }

    ArchRule springOnlyInWeb() {
        return noClasses().that(inCore())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "io.micrometer..", "io.opentelemetry..",
                    "org.slf4j..", "io.swagger..", "org.springdoc..")
            .because("the core is a library that is used without the service");
    }

    ArchRule noJackson2() {
        return noClasses().that()
            .resideInAPackage(this.root + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..")
            .because("Jackson 2 is on the class path through the OpenAPI library alone; we use Jackson 3");
    }

    ArchRule jacksonOnlyAtTheEdges() {
        return noClasses().that()
            .resideOutsideOfPackages(in("syntax.json"), in("syntax.toml"), in("catalog"), in("inventory"), in("report"),
                    in("web"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..")
            .because("inner types are never bound to JSON; their twins at the edges are");
    }

    ArchRule snakeYamlOnlyInYaml() {
        return noClasses().that()
            .resideOutsideOfPackages(in("syntax.yaml"), in("catalog"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.yaml.snakeyaml..")
            .because("only the syntax of YAML knows its parser");
    }

    ArchRule rulesKnowNoSyntax() {
        return noClasses().that()
            .resideInAPackage(in("rule"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(in("syntax"), in("frontend"))
            .because("one rule serves all dialects: it sees the model and the wiring only");
    }

    ArchRule rulesDoNotUseEachOther() {
        return classes().that(areRules()).should(new ArchCondition<>("use no other rule") {
            @Override
            public void check(JavaClass rule, ConditionEvents events) {
                rule.getDirectDependenciesFromSelf()
                    .stream()
                    .filter((use) -> areRules().test(use.getTargetClass().getBaseComponentType()))
                    .filter((use) -> !use.getTargetClass().equals(rule))
                    .forEach((use) -> events.add(SimpleConditionEvent.violated(rule, use.getDescription())));
            }
        }).because("a rule is read, changed and removed alone; what two share is a fact of the wiring");
    }

    private DescribedPredicate<JavaClass> areRules() {
        return DescribedPredicate.describe("are rules", (type) -> type.getSimpleName().endsWith("Rule")
                && !type.isInterface() && type.getPackageName().startsWith(this.root + ".rule"));
    }

    ArchRule rulesHaveNoState() {
        return classes().that(areRules()).should(new ArchCondition<>("have static fields only") {
            @Override
            public void check(JavaClass rule, ConditionEvents events) {
                rule.getFields()
                    .stream()
                    .filter((field) -> !field.getModifiers().contains(JavaModifier.STATIC)
                            || !field.getModifiers().contains(JavaModifier.FINAL))
                    .forEach((field) -> events.add(SimpleConditionEvent.violated(rule, field.getDescription())));
            }
        }).because("one instance of a rule serves all requests");
    }

    ArchRule rulesAreFinalAndRegistered() {
        return classes().that(areRules())
            .should()
            .haveModifier(JavaModifier.FINAL)
            .andShould()
            .beAnnotatedWith(AutoService.class)
            .because("the ServiceLoader finds a rule by its annotation, nothing else lists it");
    }

    ArchRule noInputOutput() {
        return core().should(new ArchCondition<>("do no I/O") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf()
                    .stream()
                    .filter((use) -> isInputOutput(use.getTargetClass().getBaseComponentType()))
                    .forEach((use) -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
            }
        }).because("bytes come in and a report goes out; the core touches no file and no network");
    }

    private static boolean isInputOutput(JavaClass type) {
        String name = type.getPackageName();
        boolean suspect = name.equals("java.io") || name.equals("java.nio.file") || name.startsWith("java.nio.channels")
                || name.equals("java.net") || name.startsWith("java.net.");
        return suspect && !NO_INPUT_OUTPUT.contains(type.getName());
    }

    ArchRule noClock() {
        return noClasses().that(inCore())
            .should()
            .callMethodWhere(DescribedPredicate.describe("it reads a clock", (JavaMethodCall call) -> {
                String owner = call.getTargetOwner().getName();
                return CLOCKS.contains(call.getName())
                        && (owner.equals("java.lang.System") || owner.startsWith("java.time."));
            }))
            .because("the same input gives the same bytes, whenever it is");
    }

    ArchRule noRandomness() {
        return noClasses().that(inCore())
            .should()
            .accessTargetWhere(DescribedPredicate.describe("it is random", (JavaAccess<?> access) -> {
                String owner = access.getTargetOwner().getName();
                return owner.equals("java.util.Random") || owner.startsWith("java.util.random.")
                        || owner.equals("java.security.SecureRandom") || owner.contains("ThreadLocalRandom")
                        || access.getName().equals("randomUUID") || access.getName().equals("identityHashCode")
                        || (owner.equals("java.lang.Math") && access.getName().equals("random"));
            }))
            .because("the same input gives the same bytes");
    }

    /// `formatted` is let through for texts; that it formats no numbers is a matter of
    /// [TidyTests].
    ArchRule localesAreGiven() {
        return noClasses().that()
            .resideInAPackage(this.root + "..")
            .should()
            .callMethodWhere(DescribedPredicate.describe("it depends on the default locale", (JavaMethodCall call) -> {
                boolean text = call.getTargetOwner().isEquivalentTo(String.class);
                boolean given = call.getTarget()
                    .getRawParameterTypes()
                    .stream()
                    .anyMatch((parameter) -> parameter.isEquivalentTo(Locale.class));
                return text && !given && Set.of("toLowerCase", "toUpperCase", "format").contains(call.getName());
            }))
            .because("on a machine with Turkish locale, `ID` in lower case is not `id`");
    }

    ArchRule noStandardStreams() {
        return noClasses().that()
            .resideInAPackage(this.root + "..")
            .should()
            .accessTargetWhere(DescribedPredicate.describe("it prints", (JavaAccess<?> access) -> {
                boolean stream = access.getTargetOwner().isEquivalentTo(System.class)
                        && Set.of("out", "err").contains(access.getName());
                return stream || (access.getName().equals("printStackTrace")
                        && access.getTargetOwner().isAssignableTo(Throwable.class));
            }))
            .because("a library does not print, and a service logs");
    }

    ArchRule noInheritanceInTheCore() {
        return core().and().doNotHaveSimpleName("package-info").should(new ArchCondition<>("be closed") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.isRecord() || type.isEnum() || type.isInterface()
                        || type.getModifiers().contains(JavaModifier.FINAL) || isGenerated(type)
                        || type.getEnclosingClass().filter(JavaClass::isEnum).isPresent();
                events.add(new SimpleConditionEvent(type, closed,
                        type.getName() + " is neither a record, an enum, an interface nor final"));
            }
        }).because("composition over inheritance: nobody has to look for what overrides a method");
    }

    private static boolean isGenerated(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.SYNTHETIC) || type.isAnonymousClass();
    }

    ArchRule packagesAreNullMarked() {
        return classes().that()
            .resideInAPackage(this.root + "..")
            .should(new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage()
                        .tryGetPackageInfo()
                        .filter((info) -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent();
                    events.add(new SimpleConditionEvent(type, marked,
                            type.getPackageName() + " has no package-info.java with @NullMarked"));
                }
            })
            .because("null is checked by the compiler in every package");
    }

    ArchRule noFieldInjection() {
        return noFields().should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .because("what a class needs is in its constructor, and settings are typed");
    }

}
