package dev.rolewire.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Finding.Applicability;
import dev.rolewire.finding.Finding.Edit;
import dev.rolewire.model.Origin;
import dev.rolewire.remedy.Change;
import dev.rolewire.remedy.Fixer;
import dev.rolewire.remedy.Remedy;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.hcl.HclFile;
import org.jspecify.annotations.Nullable;

/// Writes remedies as edits of the files of one request. For one thread.
public final class FixWriter implements Fixer {

    private static final Comparator<Edit> ORDER = Comparator.comparing((Edit edit) -> edit.location().source().uri())
        .thenComparingInt((edit) -> edit.location().span().start());

    private final Documents documents;

    /// By identity: only looked up, so order does not matter.
    private final Map<SourceFile, Optional<Editor>> editors = new IdentityHashMap<>();

    public FixWriter(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Optional<Finding.Fix> fix(Remedy remedy) {
        List<Edit> edits = new ArrayList<>();
        Applicability applicability = remedy.applicability();
        String added = null;
        for (Change change : remedy.changes()) {
            Editor editor = editor(place(change).source());
            Written written = null;
            if (editor != null && change instanceof Change.AddHolder holder) {
                Editor.Added made = editor.add(holder);
                added = made == null ? null : made.name();
                written = made == null ? null : made.written();
            }
            else if (editor != null) {
                written = write(editor, change, added);
            }
            if (written == null) {
                return Optional.empty();
            }
            written.edits().stream().filter((edit) -> !edits.contains(edit)).forEach(edits::add);
            applicability = written.sure() ? applicability : Applicability.UNSAFE;
        }
        edits.sort(ORDER);
        return overlap(edits) ? Optional.empty()
                : Optional.of(new Finding.Fix(remedy.title(), applicability, List.copyOf(edits)));
    }

    private @Nullable Written write(Editor editor, Change change, @Nullable String added) {
        return switch (change) {
            case Change.Refer refer -> refer(editor, refer, added);
            case Change.RenameField rename -> editor.rename(rename);
            case Change.AddTexts texts -> editor.addTexts(texts);
            case Change.ReplaceText text -> editor.replaceText(text);
            case Change.Interpolate text -> editor.interpolate(text);
            case Change.Enclose value -> editor.enclose(value);
            case Change.Nest value -> editor.nest(value);
            case Change.KeepFirst first -> editor.keepFirst(first);
            case Change.Depend depend -> editor.depend(depend);
            case Change.AddHolder holder -> {
                Editor.Added made = editor.add(holder);
                yield made == null ? null : made.written();
            }
        };
    }

    /// A reference at its place, or where a module call hands it over.
    private @Nullable Written refer(Editor editor, Change.Refer change, @Nullable String added) {
        Written here = editor.refer(change, added);
        SourceFile known = change.handedOver() == null ? null : change.handedOver().origin().source();
        if (here != null || known == null) {
            return here;
        }
        Written found = null;
        List<SourceFile> files = new ArrayList<>(this.documents.beside(known));
        if (!files.contains(known)) {
            files.add(known);
        }
        for (SourceFile source : files) {
            Editor other = editor(source);
            Written there = other == null ? null : other.referInCall(change, added);
            if (there != null && found != null) {
                return null;
            }
            found = there == null ? found : there;
        }
        return found;
    }

    private static Origin place(Change change) {
        return switch (change) {
            case Change.Refer refer -> refer.old().origin();
            case Change.AddHolder holder -> holder.held().origin();
            case Change.RenameField rename -> rename.value();
            case Change.AddTexts texts -> texts.item();
            case Change.ReplaceText text -> text.place();
            case Change.Interpolate text -> text.place();
            case Change.Enclose value -> value.place();
            case Change.Nest value -> value.place();
            case Change.KeepFirst first -> first.place();
            case Change.Depend depend -> depend.user().origin();
        };
    }

    private static boolean overlap(List<Edit> edits) {
        for (int i = 1; i < edits.size(); i++) {
            Edit before = edits.get(i - 1);
            Edit after = edits.get(i);
            if (before.location().source() == after.location().source()
                    && before.location().span().end() > after.location().span().start()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Editor editor(SourceFile source) {
        return this.editors.computeIfAbsent(source, this::make).orElse(null);
    }

    private Optional<Editor> make(SourceFile source) {
        Node template = this.documents.template(source);
        if (template != null) {
            return Optional.of(new TemplateEditor(source, template));
        }
        HclFile configuration = this.documents.configuration(source);
        return configuration == null ? Optional.empty() : Optional.of(new ConfigurationEditor(source, configuration));
    }

}
