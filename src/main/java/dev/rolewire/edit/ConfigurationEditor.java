package dev.rolewire.edit;

import java.util.List;
import java.util.Set;

import dev.rolewire.model.Value;
import dev.rolewire.remedy.Change;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.hcl.Expression;
import dev.rolewire.syntax.hcl.HclFile;
import dev.rolewire.syntax.hcl.Name;
import org.jspecify.annotations.Nullable;

/// Edits Terraform configuration.
final class ConfigurationEditor implements Editor {

    /// Functions whose result has the items of their lists, whatever their order.
    private static final Set<String> KEEPING = Set.of("jsonencode", "concat", "compact", "distinct", "sort", "reverse",
            "flatten", "toset", "tolist", "setunion", "merge");

    private final SourceFile source;

    private final HclFile file;

    private final ConfigurationReferences references;

    private final ConfigurationResources resources;

    private final Lists lists;

    ConfigurationEditor(SourceFile source, HclFile file) {
        this.source = source;
        this.file = file;
        this.references = new ConfigurationReferences(source, file.body());
        this.resources = new ConfigurationResources(source, file.body());
        this.lists = new Lists(source);
    }

    @Override
    public @Nullable Written refer(Change.Refer change, @Nullable String added) {
        ResourceName target = change.target() != null ? ResourceName.of(change.target().address())
                : added == null ? null : added(change, added);
        return target == null ? null : this.references.refer(change, target);
    }

    @Override
    public @Nullable Written referInCall(Change.Refer change, @Nullable String added) {
        ResourceName target = change.target() != null ? ResourceName.of(change.target().address())
                : added == null ? null : added(change, added);
        return target == null ? null : this.references.referInCall(change, target);
    }

    /// What the remedy adds has the module and the instances of what stood there.
    private static @Nullable ResourceName added(Change.Refer change, String added) {
        ResourceName old = change.old() instanceof Value.Reference reference ? ResourceName.of(reference.address())
                : null;
        return old == null ? null : ResourceName.of(old.module() + added + old.key());
    }

    @Override
    public @Nullable Added add(Change.AddHolder change) {
        return this.resources.add(change);
    }

    @Override
    public @Nullable Written rename(Change.RenameField change) {
        Name name = ConfigurationNames.ofValue(this.file.body(), change.value().span());
        return name == null ? null : Lists.replace(this.source, name.span(), name.text(), change.name());
    }

    @Override
    public @Nullable Written addTexts(Change.AddTexts change) {
        Span span = change.item().span();
        List<Expression> path = Expressions.path(this.file.body(), span);
        if (path.isEmpty()) {
            return this.lists.addInText(span, change.texts());
        }
        boolean member = path.size() > 1 && path.get(path.size() - 2) instanceof Expression.Tuple;
        return path.subList(0, path.size() - 1).stream().allMatch(ConfigurationEditor::keepsItems)
                && (member || path.size() == 1 || !(path.get(path.size() - 2) instanceof Expression.Call))
                        ? this.lists.add(span, member, change.texts(), "\"") : null;
    }

    /// Whether a further item of a list inside an expression is one of its result, and
    /// moves no other.
    private static boolean keepsItems(Expression around) {
        return switch (around) {
            case Expression.Call call -> KEEPING.contains(call.name().text());
            case Expression.Tuple _, Expression.ObjectLiteral _, Expression.Parentheses _, Expression.Conditional _ ->
                true;
            case Expression.For _, Expression.Traversal _, Expression.Template _, Expression.Binary _,
                    Expression.Unary _, Expression.Variable _, Expression.NumberLiteral _, Expression.BooleanLiteral _,
                    Expression.NullLiteral _, Expression.Broken _ ->
                false;
        };
    }

    @Override
    public @Nullable Written replaceText(Change.ReplaceText change) {
        return Lists.replace(this.source, change.place().span(), change.old(), change.text());
    }

    /// A data source that is in the file tells the partition.
    @Override
    public @Nullable Written interpolate(Change.Interpolate change) {
        String type = change.name().equals("AWS::Partition") ? "aws_partition" : "";
        return this.file.body()
            .blocks("data")
            .stream()
            .filter((block) -> block.labels().size() == 2 && block.labels().getFirst().text().equals(type))
            .findFirst()
            .map((block) -> Lists.replace(this.source, change.place().span(), change.before() + change.old(),
                    change.before() + "${data." + type + "." + block.labels().get(1).text() + ".partition}"
                            + change.old().substring(change.old().length() - 1)))
            .orElse(null);
    }

    @Override
    public @Nullable Written enclose(Change.Enclose change) {
        Span span = change.place().span();
        return Expressions.find(this.file.body(), span) == null ? null : this.lists.add(span, false, List.of(), "\"");
    }

    /// What would be a block in Terraform is refused before it is a value.
    @Override
    public @Nullable Written nest(Change.Nest change) {
        return null;
    }

    @Override
    public @Nullable Written keepFirst(Change.KeepFirst change) {
        Expression list = Expressions.find(this.file.body(), change.place().span());
        if (!(list instanceof Expression.Tuple tuple) || tuple.items().size() < 2) {
            return null;
        }
        return Written.of(this.source, tuple.items().getFirst().span().end(), tuple.items().getLast().span().end(), "");
    }

    @Override
    public @Nullable Written depend(Change.Depend change) {
        ResourceName user = ResourceName.of(change.user().address());
        ResourceName target = ResourceName.of(change.target().address());
        return user == null || target == null || !user.module().equals(target.module()) ? null
                : this.resources.depend(change.user().origin().span(), target.block(), this.lists);
    }

}
