package dev.rolewire.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.rolewire.edit.Documents;
import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.model.Dialect;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.hcl.HclFile;
import org.jspecify.annotations.Nullable;

/// The files of a bundle that a person writes. What a tool makes (a plan, a state) is not edited.
///
/// @param files the files by their names
record EditableFiles(Map<String, BundleFile> files) implements Documents {

    @Override
    public @Nullable Node template(SourceFile source) {
        BundleFile file = file(source);
        Dialect dialect = file == null ? null : file.dialect();
        boolean terraform = dialect != null && dialect.family() == Dialect.Family.TERRAFORM;
        return file == null || terraform ? null : file.tree();
    }

    @Override
    public @Nullable HclFile configuration(SourceFile source) {
        BundleFile file = file(source);
        return file == null ? null : file.configuration();
    }

    @Override
    public List<SourceFile> beside(SourceFile source) {
        String directory = Bundle.directory(source.uri());
        return this.files.values()
            .stream()
            .filter((file) -> Bundle.directory(file.uri()).equals(directory) && file.dialect() == Dialect.TERRAFORM_HCL)
            .map(BundleFile::source)
            .sorted(Comparator.comparing(SourceFile::uri))
            .toList();
    }

    private @Nullable BundleFile file(SourceFile source) {
        BundleFile file = this.files.get(source.uri());
        boolean same = file != null && source.isHeld() && file.source() == source && file.parses();
        return same ? file : null;
    }

}
