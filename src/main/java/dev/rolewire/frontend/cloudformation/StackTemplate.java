package dev.rolewire.frontend.cloudformation;

import java.util.List;
import java.util.Set;

import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.cloudformation.stack.TemplateFiles;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import org.jspecify.annotations.Nullable;

/// Finds the template of a nested stack in the bundle.
final class StackTemplate {

    /// The CDK's note which file of the cloud assembly becomes the asset that a property
    /// names.
    private static final String ASSET_PATH = "aws:asset:path";

    private final Lowering lowering;

    private final Loops.Entry entry;

    private final Mapping body;

    StackTemplate(Lowering lowering, Loops.Entry entry, Mapping body) {
        this.lowering = lowering;
        this.entry = entry;
        this.body = body;
    }

    /// A template that was found.
    ///
    /// @param certain whether no other file can be meant
    /// @param site the property that says where it is
    /// @param origin where that is written
    record Located(BundleFile file, boolean certain, Site site, Origin origin) {

    }

    /// Finds the file.
    /// @return null when the bundle does not have it, or several files may be meant
    @Nullable Located locate() {
        TemplateFiles files = this.lowering.scope().deployment().files();
        BundleFile from = this.lowering.scope().file();
        if (files == null || from == null || !(this.body.get("Properties") instanceof Mapping properties)) {
            return null;
        }
        for (String property : List.of("TemplateURL", "Location")) {
            Node node = properties.get(property);
            if (node != null) {
                Site site = this.entry.site().outsideProperties().argument("Properties").field(property);
                return locate(files, from, node, site);
            }
        }
        return null;
    }

    private @Nullable Located locate(TemplateFiles files, BundleFile from, Node node, Site site) {
        Origin origin = this.lowering.origin(node, site);
        if (this.body.get("Metadata") instanceof Mapping metadata && metadata.get(ASSET_PATH) instanceof Scalar path) {
            BundleFile asset = files.relative(from, path.text()).orElse(null);
            if (asset != null) {
                return new Located(asset, true, site, origin);
            }
        }
        Set<BundleFile> excluded = this.lowering.scope().ancestors();
        FileSearch search = new FileSearch((location, whole) -> files.find(from, location, whole, excluded));
        return switch (search.find(this.lowering.lowerAgain(node, site))) {
            case TemplateFiles.Answer.Found(var file, var certain) ->
                new Located(file, certain && !search.isOpen(), site, origin);
            case TemplateFiles.Answer.Ambiguous(var several) -> {
                String names = String.join("`, `", several.stream().map(BundleFile::uri).toList());
                this.lowering.always(() -> this.lowering.problem(
                        ModelProblem.Kind.NOTICE, "nested stack `" + this.lowering.scope().address(this.entry.name())
                                + "` may be any of `" + names + "`, so none is looked at as a part of it",
                        site, origin));
                yield null;
            }
            case TemplateFiles.Answer.None _ -> null;
        };
    }

}
