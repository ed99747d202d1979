package dev.rolewire.frontend.terraform.function;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// The functions by name, collected once.
final class Library {

    /// As many arguments as one likes.
    static final int ANY = Integer.MAX_VALUE;

    private static final Library COMPLETE = complete();

    private final Map<String, Definition> definitions = new TreeMap<>();

    private Library() {
    }

    /// What a function does.
    interface Implementation {

        /// Computes its value.
        /// @param arguments as many as the function takes
        /// @param known reads them and makes the value
        Value apply(List<Value> arguments, Known known);

    }

    /// One function.
    ///
    /// @param least how many arguments it takes at least
    /// @param most how many at most
    record Definition(String name, int least, int most, Implementation implementation) {

    }

    private static Library complete() {
        Library library = new Library();
        StringFunctions.addTo(library);
        AffixFunctions.addTo(library);
        FormatFunctions.addTo(library);
        RegexFunctions.addTo(library);
        NumberFunctions.addTo(library);
        ListFunctions.addTo(library);
        SearchFunctions.addTo(library);
        SetFunctions.addTo(library);
        MapFunctions.addTo(library);
        EncodingFunctions.addTo(library);
        DocumentFunctions.addTo(library);
        HashFunctions.addTo(library);
        DateFunctions.addTo(library);
        NetworkFunctions.addTo(library);
        FileFunctions.addTo(library);
        TypeFunctions.addTo(library);
        return library;
    }

    static @Nullable Definition find(String name) {
        return COMPLETE.definitions.get(name.startsWith("core::") ? name.substring("core::".length()) : name);
    }

    /// The names of all functions, sorted.
    static List<String> names() {
        return List.copyOf(COMPLETE.definitions.keySet());
    }

    void add(String name, int arguments, Implementation implementation) {
        add(name, arguments, arguments, implementation);
    }

    void add(String name, int least, int most, Implementation implementation) {
        this.definitions.put(name, new Definition(name, least, most, implementation));
    }

}
