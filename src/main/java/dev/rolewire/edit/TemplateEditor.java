package dev.rolewire.edit;

import java.util.List;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import dev.rolewire.remedy.Change;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// Edits CloudFormation templates, YAML or JSON.
final class TemplateEditor implements Editor {

    private final SourceFile source;

    private final Node root;

    private final TemplateReferences references;

    private final TemplateResources resources;

    private final TemplateLists lists;

    TemplateEditor(SourceFile source, Node root) {
        this.source = source;
        this.root = root;
        this.references = new TemplateReferences(source);
        this.resources = new TemplateResources(source, root, this.references);
        this.lists = new TemplateLists(source, this.references.isJson());
    }

    /// The node at a place; null in a loop, whose text stands for several resources.
    private @Nullable TreePath at(Origin origin) {
        return isRepeated(origin) ? null : TreePath.of(this.root, origin.span());
    }

    private static boolean isRepeated(Origin origin) {
        return origin.pointer().toString().contains("/Fn::ForEach");
    }

    @Override
    public @Nullable Written refer(Change.Refer change, @Nullable String added) {
        TreePath path = at(change.old().origin());
        Resource near = change.target() != null ? change.target() : change.handedOver();
        String target = near == null ? null : Addresses.nameIn(change.user().address(), near.address());
        String name = target == null || change.target() != null ? target : added;
        if (name == null || isRepeated(change.old().origin())) {
            return null;
        }
        return path == null
                ? this.references.substitute(change.old().origin().span(), change.old(), name, change.attribute())
                : this.references.replace(path, change.old(), name, change.attribute());
    }

    /// A parent stack hands it over as a parameter.
    @Override
    public @Nullable Written referInCall(Change.Refer change, @Nullable String added) {
        Resource given = change.handedOver();
        String stack = given == null ? null : Addresses.callOf(change.user().address(), given.address());
        String name = given == null || change.target() == null ? added
                : Addresses.nameIn(given.address(), change.target().address());
        if (given == null || stack == null || name == null || !(change.old() instanceof Value.Reference old)) {
            return null;
        }
        String local = Addresses.nameIn(given.address(), given.address());
        List<Node> found = this.resources.parameters(stack)
            .stream()
            .filter((node) -> this.references.isTo(node, local, old.attribute()))
            .toList();
        TreePath path = found.size() == 1 ? TreePath.of(this.root, found.getFirst().span()) : null;
        Written written = path == null ? null : this.references.replace(path, old, name, change.attribute());
        return written == null ? null : written.unsure();
    }

    @Override
    public @Nullable Added add(Change.AddHolder change) {
        return isRepeated(change.held().origin()) ? null : this.resources.add(change);
    }

    @Override
    public @Nullable Written rename(Change.RenameField change) {
        TreePath path = at(change.value());
        Mapping.Entry entry = path == null ? null : path.entry();
        if (path == null || entry == null || path.isShared(this.source.text())) {
            return null;
        }
        int start = entry.key().span().start();
        int end = entry.key().span().end();
        String written = this.source.text().substring(start, end);
        return written.contains(entry.name())
                ? Written.of(this.source, start, end, written.replace(entry.name(), change.name())) : null;
    }

    @Override
    public @Nullable Written addTexts(Change.AddTexts change) {
        if (isRepeated(change.item())) {
            return null;
        }
        TreePath path = TreePath.of(this.root, change.item().span());
        return path == null ? this.lists.addInText(change.item().span(), change.texts())
                : path.isShared(this.source.text()) ? null : this.lists.add(path, change.texts());
    }

    @Override
    public @Nullable Written replaceText(Change.ReplaceText change) {
        TreePath path = at(change.place());
        boolean shared = path != null && path.isShared(this.source.text());
        return shared || isRepeated(change.place()) ? null
                : Lists.replace(this.source, change.place().span(), change.old(), change.text());
    }

    @Override
    public @Nullable Written interpolate(Change.Interpolate change) {
        TreePath path = at(change.place());
        return path == null || path.isShared(this.source.text()) ? null
                : new TemplateTexts(this.source, this.references.isJson()).interpolate(path.node(), change.before(),
                        change.old(), change.name());
    }

    @Override
    public @Nullable Written enclose(Change.Enclose change) {
        TreePath path = at(change.place());
        boolean item = path == null || path.parent() instanceof Sequence || path.isShared(this.source.text());
        return path == null || item ? null : this.lists.add(path, List.of());
    }

    @Override
    public @Nullable Written nest(Change.Nest change) {
        TreePath path = at(change.place());
        return path == null || path.isShared(this.source.text()) ? null : this.lists.nest(path, change.name());
    }

    @Override
    public @Nullable Written keepFirst(Change.KeepFirst change) {
        TreePath path = at(change.place());
        return path == null || path.isShared(this.source.text()) ? null : this.lists.keepFirst(path.node());
    }

    @Override
    public @Nullable Written depend(Change.Depend change) {
        String name = Addresses.nameIn(change.user().address(), change.target().address());
        return name == null || isRepeated(change.user().origin()) ? null
                : this.resources.depend(change.user().origin().span(), name, this.lists);
    }

}
