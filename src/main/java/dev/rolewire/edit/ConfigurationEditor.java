package dev.rolewire.edit;

import dev.rolewire.remedy.Change;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.hcl.HclFile;
import org.jspecify.annotations.Nullable;

/// Edits Terraform configuration.
final class ConfigurationEditor implements Editor {

    private final SourceFile source;

    private final HclFile file;

    ConfigurationEditor(SourceFile source, HclFile file) {
        this.source = source;
        this.file = file;
    }

    @Override
    public @Nullable Written refer(Change.Refer change, @Nullable String added) {
        return null;
    }

    @Override
    public @Nullable Added add(Change.AddHolder change) {
        return null;
    }

    @Override
    public @Nullable Written rename(Change.RenameField change) {
        return null;
    }

    @Override
    public @Nullable Written addTexts(Change.AddTexts change) {
        return null;
    }

    @Override
    public @Nullable Written replaceText(Change.ReplaceText change) {
        return null;
    }

    @Override
    public @Nullable Written keepFirst(Change.KeepFirst change) {
        return null;
    }

    @Override
    public @Nullable Written depend(Change.Depend change) {
        return null;
    }

}
