package dev.rolewire.edit;

import dev.rolewire.remedy.Change;
import org.jspecify.annotations.Nullable;

/// Writes changes of one file.
sealed interface Editor permits TemplateEditor, ConfigurationEditor {

    /// Makes a value a reference.
    /// @param added the name of the resource that the remedy adds, or null
    /// @return null when it cannot be written
    @Nullable Written refer(Change.Refer change, @Nullable String added);

    /// Makes a value a reference where another file gets it as an argument.
    /// @return null when it cannot be written in this file
    @Nullable Written referInCall(Change.Refer change, @Nullable String added);

    /// Adds a resource.
    /// @return null when it cannot be written
    @Nullable Added add(Change.AddHolder change);

    @Nullable Written rename(Change.RenameField change);

    @Nullable Written addTexts(Change.AddTexts change);

    @Nullable Written replaceText(Change.ReplaceText change);

    @Nullable Written interpolate(Change.Interpolate change);

    @Nullable Written enclose(Change.Enclose change);

    @Nullable Written nest(Change.Nest change);

    @Nullable Written keepFirst(Change.KeepFirst change);

    @Nullable Written depend(Change.Depend change);

    /// A resource that was added.
    ///
    /// @param name its logical id or label
    /// @param written the edits
    record Added(String name, Written written) {

    }

}
