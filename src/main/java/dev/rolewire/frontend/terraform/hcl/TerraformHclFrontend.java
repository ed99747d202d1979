package dev.rolewire.frontend.terraform.hcl;

import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.Frontend;
import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.frontend.terraform.ModuleOutline;
import dev.rolewire.model.Template;

/// Lowers Terraform configuration: each root module of a bundle, with the local modules that it calls, is one
/// deployment.
///
/// A root is a directory with configuration that no other module of the bundle calls by a local source. Variables have
/// the values of the request, of the files beside the root, or their defaults; the others are not known. Modules from
/// elsewhere are not looked at, and what they give is not known. Every expression is evaluated as far as that goes.
public final class TerraformHclFrontend implements Frontend {

    @Override
    public void lower(Bundle bundle, FrontendOptions options, Receiver receiver) {
        lower(bundle, Set.of(), options, receiver);
    }

    /// Lowers the roots of a bundle.
    /// @param except directories that are left out
    public void lower(Bundle bundle, Set<String> except, FrontendOptions options, Receiver receiver) {
        if (bundle.files().stream().noneMatch(ConfigurationFiles::isConfiguration)) {
            return;
        }
        ModuleTree modules = ModuleTree.of(bundle);
        for (Module root : modules.roots()) {
            if (!except.contains(root.directory())) {
                receiver.template(new RootLowering(bundle, modules, root, options, Facts.NONE).lower(receiver));
            }
        }
    }

    /// Lowers the configuration of a directory with what is known of its deployment.
    /// @param directory a directory with configuration
    /// @param receiver takes the files of variables
    public static Template lower(Bundle bundle, String directory, FrontendOptions options, Facts facts,
            Receiver receiver) {
        ModuleTree modules = ModuleTree.of(bundle);
        return new RootLowering(bundle, modules, modules.at(directory), options, facts).lower(receiver);
    }

    /// The outlines of all directories with configuration, by directory.
    public static SequencedMap<String, ModuleOutline> outlines(Bundle bundle) {
        return ModuleTree.of(bundle).outlines();
    }

    /// The directories with configuration that a root uses: its own and those of the
    /// local modules that it calls.
    /// @param root the directory of the root
    public static Set<String> directories(Bundle bundle, String root) {
        return ModuleTree.of(bundle).reachable(root);
    }

}
