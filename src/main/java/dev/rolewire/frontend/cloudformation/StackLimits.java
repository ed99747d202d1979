package dev.rolewire.frontend.cloudformation;

import java.util.Set;

import dev.rolewire.frontend.BundleFile;

/// The counted work on nested stacks in one request: a template that is used twice is lowered twice, so a few files can
/// ask for very many stacks.
final class StackLimits {

    /// The deepest real trees of stacks have five levels.
    static final int MAX_DEPTH = 25;

    private static final int MAX_STACKS = 2_000;

    private static final long MAX_CHARACTERS = 32_000_000;

    private static final int MAX_INCLUDES = 10_000;

    private int includes;

    private long included;

    private int stacks;

    private long characters;

    /// Takes what one more nested stack costs.
    /// @param ancestors the files around it
    /// @return whether it was there to take
    boolean take(BundleFile template, Set<BundleFile> ancestors) {
        this.stacks++;
        this.characters += template.source().text().length();
        return ancestors.size() < MAX_DEPTH && this.stacks <= MAX_STACKS && this.characters <= MAX_CHARACTERS;
    }

    /// Takes what putting a file into a template costs.
    /// @return whether it was there to take
    boolean takeInclude(BundleFile fragment) {
        this.includes++;
        this.included += fragment.source().text().length();
        return this.includes <= MAX_INCLUDES && this.included <= MAX_CHARACTERS;
    }

}
