package dev.rolewire.frontend.cloudformation;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiFunction;

import dev.rolewire.frontend.cloudformation.stack.TemplateFiles;
import dev.rolewire.model.Value;

/// Finds the file of the bundle that a location means, whatever the conditions and parameters in it are.
final class FileSearch {

    private final BiFunction<String, Boolean, TemplateFiles.Answer> finder;

    private final Set<TemplateFiles.Answer> answers = new HashSet<>();

    private boolean open;

    /// Starts a search.
    /// @param finder finds the file of a location, or of the end of one; the second
    /// argument says whether it is all of it
    FileSearch(BiFunction<String, Boolean, TemplateFiles.Answer> finder) {
        this.finder = finder;
    }

    /// The answer of all alternatives; none when they differ.
    TemplateFiles.Answer find(Value location) {
        collect(location);
        return this.answers.size() == 1 ? this.answers.iterator().next() : new TemplateFiles.Answer.None();
    }

    /// Whether the location may be another one than the one that was looked for.
    boolean isOpen() {
        return this.open;
    }

    private void collect(Value value) {
        switch (value) {
            case Value.Literal literal -> this.answers.add(this.finder.apply(literal.text(), true));
            case Value.Concat concat when concat.parts().getLast() instanceof Value.Literal end ->
                this.answers.add(this.finder.apply(end.text(), false));
            case Value.Choice choice -> {
                collect(choice.then());
                collect(choice.otherwise());
            }
            // a default says which file is meant as long as nobody gives another value
            case Value.Unknown _ -> this.open = true;
            case Value.Concat _, Value.Reference _, Value.ListValue _, Value.ObjectValue _, Value.Absent _ ->
                this.answers.add(new TemplateFiles.Answer.None());
        }
    }

}
