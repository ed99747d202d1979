package dev.rolewire.remedy;

import java.util.List;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// One change of a document, whatever its dialect.
public sealed interface Change {

    /// A value becomes a reference.
    ///
    /// @param user the resource whose property it is
    /// @param old the value that stands there
    /// @param target the resource that is referred to; null for the one that the remedy
    /// adds
    /// @param attribute the attribute of the target, as in [Value.Reference]
    /// @param handedOver the resource that the old value refers to, when it does: a
    /// module
    /// may get it as an argument
    record Refer(Resource user, Value old, @Nullable Resource target, String attribute,
            @Nullable Resource handedOver) implements Change {

    }

    /// A resource is added that holds another one: an instance profile with its role.
    ///
    /// @param held the resource beside which it is put and that it refers to
    /// @param type the type of the added resource
    /// @param property its property that refers to `held`
    /// @param list whether that property is a list
    /// @param attribute the attribute of `held`
    /// @param taken the addresses of the resources of that type that are there
    record AddHolder(Resource held, String type, String property, boolean list, String attribute,
            List<String> taken) implements Change {

        /// Copies the list.
        public AddHolder {
            taken = List.copyOf(taken);
        }

    }

    /// A field gets another name; its value stays.
    ///
    /// @param value where the value of the field is written
    /// @param name the new name
    record RenameField(Origin value, String name) implements Change {

    }

    /// Some texts are put behind one that is there: into its list, or into a list that it
    /// becomes the first item of.
    ///
    /// @param item where the text is written that is there
    /// @param texts the further texts, in order
    record AddTexts(Origin item, List<String> texts) implements Change {

        /// Copies the list.
        public AddTexts {
            texts = List.copyOf(texts);
        }

    }

    /// A text becomes another one.
    ///
    /// @param place where it is written
    /// @param old the text that stands there
    /// @param text the new text
    record ReplaceText(Origin place, String old, String text) implements Change {

    }

    /// A part of a text becomes what a pseudo parameter of the deployment holds.
    ///
    /// @param place where the text is written
    /// @param before what stands before the part: `arn:`
    /// @param old the part with the character after it: `aws:`
    /// @param name the pseudo parameter: `AWS::Partition`
    record Interpolate(Origin place, String before, String old, String name) implements Change {

    }

    /// A value becomes the only item of a list.
    ///
    /// @param place where it is written
    record Enclose(Origin place) implements Change {

    }

    /// A value becomes the only field of an object.
    ///
    /// @param place where it is written
    /// @param name the name of the field
    record Nest(Origin place, String name) implements Change {

    }

    /// Of a list only its first item stays.
    ///
    /// @param place where the list is written
    record KeepFirst(Origin place) implements Change {

    }

    /// A resource is made after another one.
    ///
    /// @param user the later one
    /// @param target the earlier one
    record Depend(Resource user, Resource target) implements Change {

    }

}
