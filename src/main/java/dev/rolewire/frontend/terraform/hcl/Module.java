package dev.rolewire.frontend.terraform.hcl;

import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.model.ModelProblem;
import dev.rolewire.source.SourceFile;

/// The configuration of one directory: all its files together, override files worked in.
///
/// @param directory the path relative to the bundle's root, empty for the root
/// @param files its files, in the order in which Terraform reads them
/// @param variables the `variable` blocks by name
/// @param locals the local values by name
/// @param outputs the `output` blocks by name
/// @param resources the `resource` and `data` blocks by their address in the module: `aws_iam_role.r`,
/// `data.aws_iam_role.r`
/// @param calls the `module` blocks by name
/// @param providers the `provider` blocks
/// @param problems what is wrong with the configuration as such
/// @param open whether files of the directory may be missing, so that what is not declared may be in one of these
record Module(String directory, List<SourceFile> files, SequencedMap<String, ConfigBlock> variables,
        SequencedMap<String, Part.Argument> locals, SequencedMap<String, ConfigBlock> outputs,
        SequencedMap<String, ConfigBlock> resources, SequencedMap<String, ConfigBlock> calls,
        List<ConfigBlock> providers, List<ModelProblem> problems, boolean open) {

}
