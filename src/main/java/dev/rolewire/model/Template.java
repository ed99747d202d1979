package dev.rolewire.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.source.SourceFile;
import org.jspecify.annotations.Nullable;

/// One lowered deployment: a template with its nested stacks, a plan, a root module with its local modules.
///
/// @param dialect what it was lowered from
/// @param sources the files that it is written in, each once; first the one that it starts from
/// @param resources its resources by address, in source order
/// @param imported resources of other deployments of the bundle that this one refers to, by address: the file's name,
/// `#`, the address there. They are judged there
/// @param labels what the people who write the program that makes the template call a resource, by address, where they
/// do (the construct paths of the CDK)
/// @param guards the conditions of the document
/// @param assumption what must hold for AWS to look at the resources at all (the assertions of `Rules`)
/// @param problems what the front end met
/// @param environment where it is deployed to
/// @param omitted how many more resources there are, which matter to nothing and are left out
/// @param providers which configuration of the provider makes a resource, by address, where the document says so; two
/// configurations may stand for two accounts
/// @param handedOut addresses that its outputs refer to, as far as they are looked at
/// @param rewritten whether macros or transforms rewrite it before it is deployed
public record Template(Dialect dialect, List<SourceFile> sources, SequencedMap<String, Resource> resources,
        SequencedMap<String, Resource> imported, SequencedMap<String, String> labels, GuardSpace guards,
        Guard assumption, List<ModelProblem> problems, Environment environment, int omitted,
        SequencedMap<String, String> providers, Set<String> handedOut, boolean rewritten) {

    /// A template with all its resources, that takes nothing from others.
    public Template(Dialect dialect, List<SourceFile> sources, SequencedMap<String, Resource> resources,
            GuardSpace guards, Guard assumption, List<ModelProblem> problems, Environment environment) {
        this(dialect, sources, resources, guards, assumption, problems, environment, 0, new LinkedHashMap<>());
    }

    /// A template of which some resources are left out, that takes nothing from others.
    public Template(Dialect dialect, List<SourceFile> sources, SequencedMap<String, Resource> resources,
            GuardSpace guards, Guard assumption, List<ModelProblem> problems, Environment environment, int omitted,
            SequencedMap<String, String> providers) {
        this(dialect, sources, resources, new LinkedHashMap<>(), new LinkedHashMap<>(), guards, assumption, problems,
                environment, omitted, providers, Set.of(), false);
    }

    /// The resource of an address, own or imported; null when there is none.
    public @Nullable Resource resource(String address) {
        Resource own = this.resources.get(address);
        return own != null ? own : this.imported.get(address);
    }

    /// Whether two resources are surely made in one account: by one template, or by one
    /// configuration of the provider.
    public boolean inOneAccount(Resource one, Resource other) {
        if (this.dialect.family() == Dialect.Family.CLOUDFORMATION) {
            return true;
        }
        String provider = this.providers.get(one.address());
        return provider != null && provider.equals(this.providers.get(other.address()))
                && !(provider.contains(".") && block(one).equals(block(other)));
    }

    /// The block of a resource: each of its instances may have a provider of its own,
    /// where that has an alias.
    private static String block(Resource resource) {
        return resource.address().replaceAll("\\[[^]]*]", "");
    }

    /// Where a template is deployed to, as far as the request or the document says.
    ///
    /// @param region an AWS Region code such as `eu-west-1`, or null when not known
    /// @param accountId twelve digits, or null when not known
    public record Environment(@Nullable String region, @Nullable String accountId) {

        public static final Environment UNKNOWN = new Environment(null, null);

    }

}
