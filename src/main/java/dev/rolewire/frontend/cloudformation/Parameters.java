package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.GuardVariable;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// The parameters of a template and what is known of their values.
final class Parameters {

    /// More allowed values than that are not told apart.
    private static final int MAX_ALLOWED = 500;

    private final SequencedMap<String, Parameter> declared = new LinkedHashMap<>();

    private final Map<GuardVariable, List<Guard>> allowedGuards = new HashMap<>();

    private final Alternatives alternatives;

    private final Budget budget;

    private final GuardSpace guards;

    private final Scope scope;

    private final PassedParameters passed;

    private final AssignedParameters assigned;

    Parameters(@Nullable Node section, Scope scope, Lowering lowering) {
        this.scope = scope;
        this.guards = lowering.guards();
        this.budget = lowering.budget();
        this.alternatives = lowering.alternatives();
        this.passed = new PassedParameters(lowering);
        this.assigned = new AssignedParameters(scope, lowering);
        FrontendOptions options = scope.settings().options();
        if (section instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                this.declared.put(entry.name(), declare(entry, options));
            }
        }
    }

    /// One parameter.
    ///
    /// @param type its `Type`
    /// @param kind how its value is had
    /// @param list whether the value is a list, written with commas
    /// @param given the value of the request, or null
    /// @param defaultValue its default, or null
    /// @param allowed its allowed values, empty when any is allowed
    /// @param variable its free choice, or null when it has none that may be told
    private record Parameter(String type, Kind kind, boolean list, @Nullable String given,
            @Nullable String defaultValue, List<String> allowed, @Nullable GuardVariable variable) {

    }

    private static final List<String> PLAIN_TYPES = List.of("String", "CommaDelimitedList");

    private static final List<String> CONSTRAINTS = List.of("AllowedPattern", "MinLength", "MaxLength", "MinValue",
            "MaxValue");

    private enum Kind {

        OPEN, SECRET, STORED

    }

    boolean contains(String name) {
        return this.declared.containsKey(name);
    }

    private Parameter declare(Mapping.Entry entry, FrontendOptions options) {
        String name = entry.name();
        if (!(entry.value() instanceof Mapping body)) {
            return new Parameter("", Kind.OPEN, false, given(name, options), null, List.of(),
                    this.scope.isNested() ? null : variable(name, GuardSpace.Kind.PARAMETER, false, List.of(), null));
        }
        String type = body.get("Type") instanceof Scalar scalar ? scalar.text() : "String";
        Kind kind = kind(type, body.get("NoEcho"));
        boolean list = type.startsWith("List<") || type.equals("CommaDelimitedList");
        String given = given(name, options);
        String defaultValue = body.get("Default") instanceof Scalar scalar && !scalar.isNull() ? text(scalar) : null;
        List<String> allowed = list ? List.of() : allowed(body.get("AllowedValues"));
        boolean free = kind == Kind.OPEN && given == null && !this.scope.isNested();
        return new Parameter(type, kind, list, given, defaultValue, allowed,
                free ? variable(name,
                        isConstrained(type, body) ? GuardSpace.Kind.CONSTRAINED : GuardSpace.Kind.PARAMETER, list,
                        allowed, defaultValue) : null);
    }

    private @Nullable String given(String name, FrontendOptions options) {
        return this.scope.isNested() ? null : options.parameters().get(name);
    }

    private GuardVariable variable(String name, GuardSpace.Kind kind, boolean list, List<String> allowed,
            @Nullable String defaultValue) {
        String address = this.scope.address(name);
        GuardVariable variable = this.guards.declare(address, kind, allowed, !allowed.isEmpty(), defaultValue);
        if (!list) {
            this.scope.deployment().declare(address, variable);
        }
        return variable;
    }

    /// Whether CloudFormation refuses some values for another reason than the list of
    /// allowed ones.
    private static boolean isConstrained(String type, Mapping body) {
        return !PLAIN_TYPES.contains(type) || CONSTRAINTS.stream().anyMatch((key) -> body.get(key) != null);
    }

    private static Kind kind(String type, @Nullable Node noEcho) {
        boolean secret = noEcho != null
                && !(noEcho instanceof Scalar scalar && text(scalar).toLowerCase(Locale.ROOT).equals("false"));
        if (secret) {
            return Kind.SECRET;
        }
        return type.startsWith("AWS::SSM::Parameter::Value<") ? Kind.STORED : Kind.OPEN;
    }

    private static List<String> allowed(@Nullable Node node) {
        if (!(node instanceof Sequence sequence) || sequence.items().size() > MAX_ALLOWED) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Node item : sequence.items()) {
            if (!(item instanceof Scalar scalar)) {
                return List.of();
            }
            if (!texts.contains(text(scalar))) {
                texts.add(text(scalar));
            }
        }
        return texts;
    }

    /// A scalar as CloudFormation compares it.
    static String text(Scalar scalar) {
        return scalar.kind() == Scalar.Kind.BOOLEAN ? scalar.text().toLowerCase(Locale.ROOT) : scalar.text();
    }

    /// What a reference to a declared parameter yields.
    Value value(String name, Origin origin) {
        Parameter parameter = this.declared.get(name);
        String address = this.scope.address(name);
        if (parameter == null || parameter.kind() == Kind.SECRET) {
            return Value.Unknown.of(Reason.PARAMETER, address, origin);
        }
        if (parameter.kind() == Kind.STORED) {
            return Value.Unknown.of(Reason.DYNAMIC_REFERENCE, address, origin);
        }
        if (this.scope.isNested()) {
            String standard = parameter.defaultValue();
            return this.passed.value(name, parameter.list(), standard == null
                    ? Value.Unknown.of(Reason.PARAMETER, address, origin) : known(parameter, standard, origin), origin);
        }
        if (parameter.given() != null) {
            return known(parameter, parameter.given(), origin);
        }
        return this.assigned.value(name, (text) -> known(parameter, text, origin),
                () -> free(address, parameter, origin), origin);
    }

    private Value free(String address, Parameter parameter, Origin origin) {
        if (!parameter.allowed().isEmpty()) {
            return oneOf(parameter, origin);
        }
        Value unknown = Value.Unknown.of(Reason.PARAMETER, address, origin);
        if (parameter.defaultValue() == null || parameter.variable() == null) {
            return unknown;
        }
        return this.alternatives.choice(this.guards.equal(parameter.variable(), parameter.defaultValue()),
                known(parameter, parameter.defaultValue(), origin), unknown, origin);
    }

    private Value oneOf(Parameter parameter, Origin origin) {
        List<String> allowed = parameter.allowed();
        if (parameter.variable() == null || !this.budget.take(allowed.size() / 4)) {
            return Values.outOfBudget(origin);
        }
        List<Guard> equal = this.allowedGuards.computeIfAbsent(parameter.variable(),
                (variable) -> allowed.stream().map((text) -> this.guards.equal(variable, text)).toList());
        Value result = Value.Literal.of(allowed.getLast(), origin);
        for (int i = allowed.size() - 2; i >= 0; i--) {
            result = this.alternatives.choice(equal.get(i), Value.Literal.of(allowed.get(i), origin), result, origin);
        }
        return result;
    }

    private Value known(Parameter parameter, String text, Origin origin) {
        if (!parameter.list()) {
            return Value.Literal.of(text, origin);
        }
        String[] items = text.split(",", -1);
        if (!this.budget.take(items.length / 4)) {
            return Values.outOfBudget(origin);
        }
        List<Value> values = new ArrayList<>(items.length);
        for (String item : items) {
            values.add(Value.Literal.of(item.strip(), origin));
        }
        return new Value.ListValue(values, origin);
    }

    /// The parameters of a type, in the order of their declaration.
    List<String> ofType(String type) {
        return this.declared.entrySet()
            .stream()
            .filter((entry) -> entry.getValue().type().equals(type))
            .map(Map.Entry::getKey)
            .toList();
    }

    /// The parameters that must be given a value, in the order of their declaration.
    List<String> required() {
        return this.declared.entrySet()
            .stream()
            .filter((entry) -> entry.getValue().defaultValue() == null)
            .map(Map.Entry::getKey)
            .toList();
    }

    /// Parameters of the request that the template does not declare.
    static List<String> undeclared(@Nullable Node section, FrontendOptions options) {
        Mapping declared = section instanceof Mapping mapping ? mapping : null;
        return options.parameters()
            .keySet()
            .stream()
            .filter((name) -> declared == null || declared.get(name) == null)
            .toList();
    }

}
