package dev.rolewire.testing.fix;

import java.util.List;

import dev.rolewire.analysis.InputFile;

/// One slot of correct files, broken in one way.
///
/// @param input the name of the files
/// @param dialect what the broken file is written in
/// @param rule the rule that has to find it
/// @param way how it was broken
/// @param address the resource of the slot
/// @param property its property path
/// @param uri the file that was broken
/// @param files the files, broken
/// @param direct whether the reference stood at the slot itself
record Breakage(String input, String dialect, String rule, String way, String address, String property, String uri,
        List<InputFile> files, boolean direct) {

    @Override
    public String toString() {
        return this.rule + " | " + this.way + " | " + this.input + " | " + this.uri + " | " + this.address + " | "
                + this.property;
    }

}
