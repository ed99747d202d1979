package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.Frontend;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.hcl.Expression;
import dev.rolewire.syntax.hcl.HclParser;
import org.jspecify.annotations.Nullable;

/// The values of a root module's variables: those of the request before `*.auto.tfvars` before `terraform.tfvars`.
final class RootInputs implements ModuleInstance.Inputs {

    private final Evaluation evaluation;

    private final Module module;

    private final Map<String, Given> given = new HashMap<>();

    private final Map<String, String> requested;

    RootInputs(Evaluation evaluation, Module module) {
        this.evaluation = evaluation;
        this.module = module;
        this.requested = evaluation.options().parameters();
    }

    /// A value of a file.
    private record Given(SourceFile source, Expression value) {

    }

    /// Reads the files of variables beside the module.
    void read(Frontend.Receiver receiver) {
        List<BundleFile> files = new ArrayList<>();
        for (BundleFile file : this.evaluation.bundle().files()) {
            boolean beside = Bundle.directory(file.uri()).equals(this.module.directory());
            if (beside && rank(file.uri()) > 0) {
                files.add(file);
            }
        }
        files.sort(Comparator.comparingInt((BundleFile file) -> rank(file.uri())).thenComparing(BundleFile::uri));
        for (BundleFile file : files) {
            file.problems().forEach(this.evaluation.problems()::add);
            ConfigurationFiles.values(file)
                .attributes()
                .forEach((attribute) -> this.given.put(attribute.name().text(),
                        new Given(file.source(), attribute.value())));
            receiver.auxiliary(file, "terraform-variables");
        }
    }

    /// The order in which the files count; 0 for others.
    private static int rank(String uri) {
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        return switch (name) {
            case "terraform.tfvars" -> 1;
            case "terraform.tfvars.json" -> 2;
            default -> name.endsWith(".auto.tfvars") || name.endsWith(".auto.tfvars.json") ? 3 : 0;
        };
    }

    @Override
    public @Nullable Value input(String variable) {
        Value planned = this.evaluation.facts().variable(variable);
        if (planned != null) {
            return Relocated.to(planned, declaration(variable));
        }
        String text = this.requested.get(variable);
        if (text != null) {
            return requested(variable, text);
        }
        Given value = this.given.get(variable);
        return value == null ? null : this.evaluation.evaluator().evaluate(value.value(), constants(value.source()));
    }

    /// Variables have constant values, which refer to nothing.
    private static Scope constants(SourceFile source) {
        return new Scope(null, source, Pointer.ROOT, dev.rolewire.model.Guard.TRUE, "", null);
    }

    /// A value as `-var` takes it: a text for a variable that is one, else an expression.
    private Value requested(String variable, String text) {
        ConfigBlock block = this.module.variables().get(variable);
        Origin origin = declaration(variable);
        Part.Argument typed = block == null ? null : block.argument("type");
        String type = typed == null ? "any" : typed.source().textAt(typed.value().span()).strip();
        boolean container = text.strip().startsWith("{") || text.strip().startsWith("[");
        if (type.equals("string") || type.equals("\"string\"") || type.equals("any") && !container) {
            return Values.string(text, origin);
        }
        SourceFile source = SourceFile.of(origin.source().uri(), text);
        Parsed<Expression> parsed = HclParser.parseExpression(source, ParseLimits.DEFAULT);
        return parsed.isComplete()
                ? Relocated.to(this.evaluation.evaluator().evaluate(parsed.value(), constants(source)), origin)
                : Values.string(text, origin);
    }

    private Origin declaration(String variable) {
        ConfigBlock block = this.module.variables().get(variable);
        SourceFile at = block == null ? this.module.files().getFirst() : block.source();
        return new Origin(at, block == null ? Span.at(0) : block.block().headerSpan(), Pointer.ROOT);
    }

    /// Names of the request that no variable has.
    List<String> undeclared() {
        return this.requested.keySet()
            .stream()
            .filter((name) -> !this.module.variables().containsKey(name) && !name.equals("terraform.workspace"))
            .toList();
    }

}
