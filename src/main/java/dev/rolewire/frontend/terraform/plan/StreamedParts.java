package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import dev.rolewire.frontend.Interest;
import dev.rolewire.model.Pointer;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.json.JsonOutline;
import dev.rolewire.syntax.json.JsonReader;

/// A plan or state that is not held. The configuration is read first, whatever the order in the text: it says which
/// resources the others refer to. Of the resources only those are kept that matter.
final class StreamedParts implements PlanParts {

    /// Deeper than modules can be nested.
    private static final int MAX_DEPTH = 500;

    /// How often the configuration is read at most: what is referred to may refer to
    /// more.
    private static final int LAST_ROUND = 4;

    private static final Set<String> IAM_ATTRIBUTES = Set.of("resource", "attribute");

    private final JsonOutline outline;

    /// The attributes that the plan lists as relevant.
    private final Set<String> relevantNames = new HashSet<>();

    private final Place document;

    private final StreamedResources resources;

    StreamedParts(JsonOutline outline, Interest interest) {
        this.outline = outline;
        Referred referred = Referred.NOTHING;
        Node configuration = configuration(interest, referred);
        for (int round = 1; round <= LAST_ROUND; round++) {
            Referred more = Referred.of(configuration, interest, referred, round == LAST_ROUND);
            if (more.equals(referred)) {
                break;
            }
            referred = more;
            configuration = configuration(interest, referred);
        }
        this.resources = new StreamedResources(interest, referred);
        this.document = new Place(document(configuration), Pointer.ROOT);
    }

    private Node configuration(Interest interest, Referred referred) {
        JsonReader reader = this.outline.read("configuration");
        return reader == null ? Mapping.of(List.of(), Span.at(0), null)
                : new StreamedConfiguration(reader, interest, referred).read();
    }

    private Mapping document(Node configuration) {
        Mapping root = this.outline.root();
        List<Mapping.Entry> entries = new ArrayList<>();
        for (Mapping.Entry entry : root.entries()) {
            JsonReader reader = root.entry(entry.name()) == entry ? this.outline.read(entry.name()) : null;
            Node value = reader == null ? entry.value() : switch (entry.name()) {
                case "configuration" -> configuration;
                case "variables" -> variables(reader, entry.value(), configuration);
                case "relevant_attributes" -> relevant(reader, entry.value());
                case "deferred_changes" -> counted(reader, entry.value());
                default -> entry.value();
            };
            entries.add(new Mapping.Entry(entry.key(), value));
        }
        return Mapping.of(List.copyOf(entries), root.span(), null);
    }

    /// The variables that a provider's Region is made of: others may be secret.
    private static Node variables(JsonReader reader, Node shallow, Node configuration) {
        if (!reader.isObject()) {
            return shallow;
        }
        Set<String> wanted = EnvironmentReader.regionVariables(new Place(configuration, Pointer.ROOT));
        List<Mapping.Entry> kept = new ArrayList<>();
        reader.enter();
        for (String name = reader.nextKey(); name != null; name = reader.nextKey()) {
            if (wanted.contains(name)) {
                kept.add(new Mapping.Entry(reader.key(name), reader.node()));
            }
            else {
                reader.skip();
            }
        }
        return Mapping.of(List.copyOf(kept), shallow.span(), null);
    }

    /// The attributes of IAM resources.
    private Node relevant(JsonReader reader, Node shallow) {
        if (!reader.isList()) {
            return shallow;
        }
        List<Node> kept = new ArrayList<>();
        reader.enter();
        while (reader.nextItem()) {
            if (!reader.isObject()) {
                reader.skip();
                continue;
            }
            List<Mapping.Entry> entries = new ArrayList<>();
            boolean iam = false;
            reader.enter();
            for (String key = reader.nextKey(); key != null; key = reader.nextKey()) {
                if (key.equals("resource") && reader.isString()) {
                    String address = reader.text();
                    iam |= RelevantAttributes.isIam(address);
                    entries.add(new Mapping.Entry(reader.sharedKey(key), Scalar.of(address)));
                }
                else if (IAM_ATTRIBUTES.contains(key)) {
                    Node value = reader.repeated(key, reader::unlocated);
                    addFirst(value);
                    entries.add(new Mapping.Entry(reader.sharedKey(key), value));
                }
                else {
                    reader.skip();
                }
            }
            if (iam) {
                kept.add(Mapping.of(List.copyOf(entries), shallow.span(), null));
            }
        }
        return new Sequence(List.copyOf(kept), shallow.span(), null);
    }

    private void addFirst(Node attribute) {
        if (attribute instanceof Sequence path && !path.items().isEmpty()
                && path.items().getFirst() instanceof Scalar first) {
            this.relevantNames.add(first.text());
        }
    }

    /// A list with as many items, which are not looked at.
    private static Node counted(JsonReader reader, Node shallow) {
        if (!reader.isList()) {
            return shallow;
        }
        int count = 0;
        reader.enter();
        while (reader.nextItem()) {
            reader.skip();
            count++;
        }
        return new Sequence(Collections.nCopies(count, shallow), shallow.span(), null);
    }

    @Override
    public Place document() {
        return this.document;
    }

    @Override
    public void changes(Consumer<Place> receiver) {
        JsonReader reader = this.outline.read("resource_changes");
        if (reader == null || !reader.isList()) {
            return;
        }
        Pointer pointer = Pointer.ROOT.child("resource_changes");
        reader.enter();
        for (int i = 0; reader.nextItem(); i++) {
            Node entry = this.resources.change(reader);
            if (entry != null) {
                receiver.accept(new Place(entry, pointer.child(i)));
            }
        }
    }

    @Override
    public void values(String part, ValuesReceiver receiver) {
        JsonReader reader = this.outline.read(part);
        Pointer pointer = Pointer.ROOT.child(part);
        if (part.equals("prior_state")) {
            if (reader == null || !find(reader, "values")) {
                receiver.root(Place.NOWHERE);
                return;
            }
            pointer = pointer.child("values");
        }
        if (reader == null || !find(reader, "root_module")) {
            receiver.root(Place.NOWHERE);
            return;
        }
        pointer = pointer.child("root_module");
        if (!reader.isObject()) {
            receiver.root(new Place(reader.node(), pointer));
            return;
        }
        receiver.root(new Place(Mapping.of(List.of(), Span.at(reader.offset()), null), pointer));
        module(reader, pointer, receiver, 0);
    }

    /// Steps to the value of a key; what comes after it is not read.
    private static boolean find(JsonReader reader, String wanted) {
        if (!reader.isObject()) {
            return false;
        }
        reader.enter();
        for (String key = reader.nextKey(); key != null; key = reader.nextKey()) {
            if (key.equals(wanted)) {
                return true;
            }
            reader.skip();
        }
        return false;
    }

    private void module(JsonReader reader, Pointer pointer, ValuesReceiver receiver, int depth) {
        if (!reader.isObject() || depth > MAX_DEPTH) {
            reader.skip();
            return;
        }
        reader.enter();
        for (String key = reader.nextKey(); key != null; key = reader.nextKey()) {
            boolean list = reader.isList();
            if (list && key.equals("resources")) {
                resources(reader, pointer.child(key), receiver);
            }
            else if (list && key.equals("child_modules")) {
                reader.enter();
                for (int i = 0; reader.nextItem(); i++) {
                    module(reader, pointer.child(key).child(i), receiver, depth + 1);
                }
            }
            else {
                reader.skip();
            }
        }
    }

    private void resources(JsonReader reader, Pointer pointer, ValuesReceiver receiver) {
        reader.enter();
        for (int i = 0; reader.nextItem(); i++) {
            Node entry = this.resources.value(reader);
            if (entry != null) {
                receiver.resource(new Place(entry, pointer.child(i)));
            }
        }
    }

    @Override
    public Predicate<String> askedFor(PlannedResource resource) {
        Predicate<String> referredTo = this.resources.askedFor(resource);
        return referredTo.or(this.relevantNames::contains);
    }

    @Override
    public int omitted() {
        return this.resources.omitted();
    }

}
