package dev.rolewire.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The catalog that comes with Rolewire.
public final class Catalogs {

    private Catalogs() {
    }

    /// The catalog of the bundled data files. It is read when first asked for and then
    /// kept.
    /// @throws CatalogException when a data file is broken, which the tests of the build
    /// rule out
    public static Catalog bundled() {
        return Holder.BUNDLED;
    }

    /// The text of a bundled data file.
    static String bundledFile(String name) {
        try (InputStream data = Catalogs.class.getResourceAsStream(name)) {
            if (data == null) {
                throw new IllegalStateException("missing on the class path: " + name);
            }
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static final class Holder {

        private static final Catalog BUNDLED = CatalogLoader.load(Catalogs::bundledFile);

    }

}
