package dev.rolewire.frontend.terraform.hcl;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.hcl.Body;
import dev.rolewire.syntax.hcl.Expression;

/// A part of a block with the file that it is written in: override files put parts into the blocks of other files.
sealed interface Part {

    SourceFile source();

    String name();

    /// One argument.
    record Argument(SourceFile source, Body.Attribute attribute) implements Part {

        @Override
        public String name() {
            return this.attribute.name().text();
        }

        Expression value() {
            return this.attribute.value();
        }

        Origin origin(Pointer pointer) {
            return new Origin(this.source, this.attribute.name().span(), pointer);
        }

    }

    /// One nested block.
    record Nested(SourceFile source, Body.Block block) implements Part {

        @Override
        public String name() {
            return this.block.type().text();
        }

    }

    static Part of(SourceFile source, Body.Item item) {
        return switch (item) {
            case Body.Attribute attribute -> new Argument(source, attribute);
            case Body.Block block -> new Nested(source, block);
        };
    }

}
