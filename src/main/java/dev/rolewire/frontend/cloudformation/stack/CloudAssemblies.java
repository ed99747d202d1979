package dev.rolewire.frontend.cloudformation.stack;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.syntax.Mapping;
import org.jspecify.annotations.Nullable;

/// The cloud assemblies of the CDK in a bundle (`cdk.out`): each `manifest.json` says which stacks there are, where they
/// go, and by which object key each file is uploaded ("cloud-assembly-schema" of aws-cdk).
final class CloudAssemblies {

    private static final String MANIFEST = "manifest.json";

    private static final Pattern ENVIRONMENT = Pattern.compile("aws://([^/]*)/(.*)");

    private final Bundle bundle;

    private final Map<String, Stack> stacks = new HashMap<>();

    private final Map<String, String> assets = new HashMap<>();

    private final SequencedSet<BundleFile> files = new LinkedHashSet<>();

    CloudAssemblies(Bundle bundle) {
        this.bundle = bundle;
        for (BundleFile file : bundle.files()) {
            boolean manifest = file.uri().equals(MANIFEST) || file.uri().endsWith("/" + MANIFEST);
            if (manifest && file.tree() instanceof Mapping root && root.get("artifacts") instanceof Mapping artifacts) {
                this.files.add(file);
                String directory = Bundle.directory(file.uri());
                artifacts.entries().forEach((artifact) -> read(directory, artifact));
            }
        }
    }

    /// One stack of an assembly.
    private record Stack(@Nullable String region, @Nullable String accountId, String name,
            SequencedMap<String, String> parameters) {

    }

    /// The files that were read and are no templates.
    SequencedSet<BundleFile> files() {
        return this.files;
    }

    /// Adds what the manifest says of a template.
    StackSettings of(BundleFile template, StackSettings settings) {
        Stack stack = this.stacks.get(template.uri());
        return stack == null ? settings
                : settings.at(stack.region(), stack.accountId()).named(stack.name()).given(stack.parameters());
    }

    /// The file that is uploaded under an object key.
    /// @param name the last part of the key
    Optional<BundleFile> asset(String name) {
        return Optional.ofNullable(this.assets.get(name)).flatMap(this.bundle::file);
    }

    private void read(String directory, Mapping.Entry artifact) {
        Mapping properties = Trees.mapping(artifact.value(), "properties");
        String type = Trees.text(artifact.value(), "type");
        String metadata = Trees.text(artifact.value(), "additionalMetadataFile");
        if (metadata != null) {
            file(directory, metadata).ifPresent(this.files::add);
        }
        switch (type) {
            case "aws:cloudformation:stack" -> stack(directory, artifact, properties);
            case "cdk:asset-manifest" -> file(directory, Trees.text(properties, "file")).ifPresent((file) -> {
                this.files.add(file);
                assets(directory, file);
            });
            case "cdk:tree" -> file(directory, Trees.text(properties, "file")).ifPresent(this.files::add);
            case null, default -> {
            }
        }
    }

    private void stack(String directory, Mapping.Entry artifact, Mapping properties) {
        BundleFile template = file(directory, Trees.text(properties, "templateFile")).orElse(null);
        if (template == null) {
            return;
        }
        String environment = Trees.text(artifact.value(), "environment");
        Matcher place = ENVIRONMENT.matcher(environment == null ? "" : environment);
        boolean known = place.matches();
        String name = Trees.text(properties, "stackName");
        this.stacks.putIfAbsent(template.uri(),
                new Stack(known ? known(place.group(2)) : null, known ? known(place.group(1)) : null,
                        name == null ? artifact.name() : name, Trees.texts(Trees.mapping(properties, "parameters"))));
    }

    /// The CDK writes `unknown-account` and `unknown-region` for what the deployment
    /// decides.
    private static @Nullable String known(String place) {
        return place.isEmpty() || place.startsWith("unknown-") ? null : place;
    }

    private void assets(String directory, BundleFile file) {
        for (Mapping.Entry asset : Trees.mapping(file.tree(), "files").entries()) {
            String path = Trees.text(Trees.mapping(asset.value(), "source"), "path");
            if (path == null) {
                continue;
            }
            for (Mapping.Entry destination : Trees.mapping(asset.value(), "destinations").entries()) {
                String key = Trees.text(destination.value(), "objectKey");
                if (key != null) {
                    Bundle.resolve(directory, path)
                        .ifPresent((uri) -> this.assets.putIfAbsent(key.substring(key.lastIndexOf('/') + 1), uri));
                }
            }
        }
    }

    private Optional<BundleFile> file(String directory, @Nullable String path) {
        return path == null ? Optional.empty() : Bundle.resolve(directory, path).flatMap(this.bundle::file);
    }

}
