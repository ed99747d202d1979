package dev.rolewire.frontend.terraform.hcl;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.hcl.Expression;
import org.jspecify.annotations.Nullable;

/// The AWS providers of a root module and of those that it calls, and the Regions that they are configured with.
final class Providers {

    private static final String AWS = "aws";

    private final Evaluation evaluation;

    private final Map<String, Optional<String>> regions = new HashMap<>();

    private final Set<String> open = new HashSet<>();

    Providers(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /// The Region of the request, else that of all AWS providers of the root; null when
    /// one is not known, or they differ.
    @Nullable String region(ModuleInstance root) {
        String requested = this.evaluation.options().region();
        if (requested != null) {
            return requested;
        }
        SequencedSet<Optional<String>> found = new LinkedHashSet<>();
        for (ConfigBlock provider : root.module().providers()) {
            if (provider.label(0).equals(AWS)) {
                found.add(Optional.ofNullable(region(root, name(provider))));
            }
        }
        return found.size() == 1 ? found.getFirst().orElse(null) : null;
    }

    /// Where a data source is read.
    Surroundings surroundings(ModuleInstance module, ConfigBlock block) {
        Part.Argument written = block.argument("provider");
        String name = written == null ? AWS : name(written.source(), written.value());
        return new Surroundings(region(module, name), this.evaluation.options().accountId());
    }

    /// The configuration of the provider that makes a resource, as a plan names it:
    /// `aws`,
    /// `aws.west`, `module.network:aws`;
    /// null when it cannot be told.
    @Nullable String configuration(ModuleInstance module, ConfigBlock block) {
        Part.Argument written = block.argument("provider");
        return configuration(module, written == null ? AWS : name(written.source(), written.value()));
    }

    private static @Nullable String configuration(ModuleInstance module, String name) {
        if (name.contains("[") || name.contains("?")) {
            return null;
        }
        ModuleInstance parent = module.parent();
        ConfigBlock call = module.call();
        if (parent != null && call != null && configured(module, name) == null) {
            return configuration(parent, passed(call, name));
        }
        return module.address().isEmpty() ? name : module.address() + ":" + name;
    }

    /// The Region of a provider as a module names it: `aws`, `aws.west`.
    private @Nullable String region(ModuleInstance module, String name) {
        ModuleInstance parent = module.parent();
        ConfigBlock call = module.call();
        if (parent != null && call != null && configured(module, name) == null) {
            return region(parent, passed(call, name));
        }
        String key = module.address() + " " + name;
        Optional<String> known = this.regions.get(key);
        if (known == null) {
            if (!this.open.add(key)) {
                return null;
            }
            known = Optional.ofNullable(evaluate(module, name));
            this.open.remove(key);
            this.regions.put(key, known);
        }
        return known.orElse(null);
    }

    private @Nullable String evaluate(ModuleInstance module, String name) {
        ConfigBlock provider = configured(module, name);
        Part.Argument region = provider == null ? null : provider.argument("region");
        if (region == null) {
            return this.evaluation.options().region();
        }
        String text = Values.text(this.evaluation
            .known(this.evaluation.evaluator().evaluate(region.value(), module.scope(region.source()))));
        return text != null ? text : this.evaluation.options().region();
    }

    private static @Nullable ConfigBlock configured(ModuleInstance module, String name) {
        for (ConfigBlock provider : module.module().providers()) {
            if (provider.label(0).equals(AWS) && name(provider).equals(name)) {
                return provider;
            }
        }
        return null;
    }

    /// The name that the calling module has for a provider of the called one.
    private static String passed(ConfigBlock call, String name) {
        Part.Argument providers = call.argument("providers");
        if (providers != null && providers.value() instanceof Expression.ObjectLiteral object) {
            for (Expression.ObjectItem item : object.items()) {
                if (providers.source().textAt(item.key().span()).strip().equals(name)) {
                    return name(providers.source(), item.value());
                }
            }
        }
        return name;
    }

    /// The name of a provider as its own module has it.
    static String name(ConfigBlock provider) {
        Part.Argument alias = provider.argument("alias");
        String constant = alias != null && alias.value() instanceof Expression.Template template ? template.constant()
                : null;
        return alias == null ? AWS : AWS + "." + Objects.requireNonNullElse(constant, "?");
    }

    private static String name(SourceFile source, Expression value) {
        return source.textAt(value.span()).strip().replace("\"", "");
    }

}
