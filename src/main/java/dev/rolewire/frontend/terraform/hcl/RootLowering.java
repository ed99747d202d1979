package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.Frontend;
import dev.rolewire.frontend.Interest.Attributes;
import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Guard;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;

/// Lowers one root module with the modules that it calls.
final class RootLowering {

    private final Module root;

    private final SequencedMap<String, String> providers = new LinkedHashMap<>();

    private final FrontendOptions options;

    private final Evaluation evaluation;

    private final SequencedMap<String, Resource> resources = new LinkedHashMap<>();

    private final SequencedSet<Module> used = new LinkedHashSet<>();

    private final Dependencies dependencies;

    RootLowering(Bundle bundle, ModuleTree modules, Module root, FrontendOptions options, Facts facts) {
        this.root = root;
        this.options = options;
        this.evaluation = new Evaluation(bundle, modules, root.directory(), options, facts);
        this.dependencies = new Dependencies(this.evaluation);
    }

    Template lower(Frontend.Receiver receiver) {
        RootInputs inputs = new RootInputs(this.evaluation, this.root);
        inputs.read(receiver);
        for (String name : inputs.undeclared()) {
            notice("the request gives a value for variable `" + name + "`, which the root module does not declare");
        }
        ModuleInstance instance = ModuleInstance.root(this.evaluation, this.root, inputs);
        String region = this.evaluation.providers().region(instance);
        lower(instance);
        this.used.forEach((module) -> {
            module.problems().forEach(this.evaluation.problems()::add);
            new ReferenceCheck(module, this.evaluation.modules(), this.evaluation.problems()).check();
        });
        List<SourceFile> sources = new ArrayList<>();
        this.used.forEach((module) -> sources.addAll(module.files()));
        return new Template(Dialect.TERRAFORM_HCL, List.copyOf(sources), this.resources, this.evaluation.guards(),
                Guard.TRUE, this.evaluation.problems().all(),
                new Template.Environment(region, this.options.accountId()), 0, this.providers);
    }

    private void lower(ModuleInstance module) {
        this.used.add(module.module());
        if (module.guard() == Guard.FALSE) {
            return;
        }
        for (String name : module.module().resources().keySet()) {
            for (ResourceInstance resource : module.resources().instances(name)) {
                if (resource.guard() != Guard.FALSE) {
                    this.resources.put(resource.address(), lower(module, name, resource));
                    String provider = this.evaluation.providers().configuration(module, resource.block());
                    if (provider != null && resource.type().startsWith("aws_")) {
                        this.providers.put(resource.address(), provider);
                    }
                }
            }
        }
        module.module().providers().forEach((provider) -> provider(module, provider));
        for (String call : module.module().calls().keySet()) {
            module.calls().instances(call).forEach(this::lower);
        }
    }

    private Resource lower(ModuleInstance module, String name, ResourceInstance resource) {
        boolean aws = resource.type().startsWith("aws_");
        Origin origin = resource.origin();
        Value.ObjectValue properties = aws ? resource.properties() : new Value.ObjectValue(List.of(), origin);
        if (resource.data() && resource.type().equals("aws_iam_policy_document")) {
            List<Value.Field> fields = new ArrayList<>(properties.fields());
            Value policy = resource.given("json", origin);
            if (policy != null) {
                fields.add(new Value.Field("json", origin, policy));
            }
            properties = new Value.ObjectValue(List.copyOf(fields), origin);
        }
        return new Resource(resource.address(), resource.type(),
                resource.data() ? Resource.Mode.DATA : Resource.Mode.MANAGED,
                resource.data() ? Resource.Change.UNCHANGED : Resource.Change.APPLIED, resource.guard(), properties,
                aws, this.dependencies.of(module, name, resource), origin, origin, resource.key());
    }

    /// The settings of a provider that matter; others may be secret.
    private void provider(ModuleInstance module, ConfigBlock provider) {
        Attributes wanted = this.options.interest().provider(provider.label(0));
        List<Part> parts = provider.parts()
            .stream()
            .filter((part) -> wanted.has(ConfigBlock.dynamicLabel(part)))
            .toList();
        if (parts.isEmpty()) {
            return;
        }
        Scope scope = module.scope(provider.source());
        Origin origin = provider.header(scope.pointer());
        if (provider.argument("for_each") != null) {
            scope = scope.with("each", Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, "each", origin));
        }
        BlockBody body = new BlockBody(this.evaluation, scope);
        Value.ObjectValue settings = body.properties(parts, (name) -> body.part(parts, name), origin);
        String address = (module.address().isEmpty() ? "" : module.address() + ".") + "provider."
                + Providers.name(provider);
        this.resources.putIfAbsent(address, new Resource(address, provider.label(0), Resource.Mode.PROVIDER,
                Resource.Change.APPLIED, module.guard(), settings, true, List.of(), origin, origin, null));
    }

    private void notice(String message) {
        this.evaluation.problems()
            .add(ModelProblem.Kind.NOTICE, message, new Origin(this.root.files().getFirst(), Span.at(0), Pointer.ROOT));
    }

}
