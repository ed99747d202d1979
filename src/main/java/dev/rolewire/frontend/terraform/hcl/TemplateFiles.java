package dev.rolewire.frontend.terraform.hcl;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.terraform.function.Context;
import dev.rolewire.frontend.terraform.function.FunctionError;
import dev.rolewire.frontend.terraform.function.Outcome;
import dev.rolewire.frontend.terraform.function.Templates;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.hcl.Expression;
import dev.rolewire.syntax.hcl.HclParser;

/// Renders the templates of `templatefile` and `templatestring`.
final class TemplateFiles implements Templates {

    private final Evaluation evaluation;

    TemplateFiles(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    @Override
    public Outcome render(String path, String text, Value.ObjectValue variables, Context context) {
        SourceFile source = SourceFile.of(path.isEmpty() ? context.origin().source().uri() : path, text);
        Parsed<Expression.Template> parsed = HclParser.parseTemplate(source, ParseLimits.DEFAULT);
        if (!parsed.isComplete()) {
            Value failed = this.evaluation.failures().of("a template that does not parse", context.origin());
            return new Outcome(failed, java.util.List.of(new FunctionError("Invalid template",
                    parsed.problems().getFirst().message(), FunctionError.NO_ARGUMENT, Guard.TRUE)));
        }
        SourceFile known = path.isEmpty() ? source
                : this.evaluation.bundlePath(path)
                    .flatMap(this.evaluation.bundle()::file)
                    .map(BundleFile::source)
                    .filter((file) -> file.text().equals(text))
                    .orElse(source);
        Scope scope = new Scope(null, known, context.origin().pointer(), context.guard(),
                Bundle.directory(path) + "/" + path, null);
        for (Value.Field field : variables.fields()) {
            scope = scope.with(field.key(), field.value());
        }
        Value value = this.evaluation.evaluator().evaluate(parsed.value(), scope);
        return Outcome.of(value);
    }

}
