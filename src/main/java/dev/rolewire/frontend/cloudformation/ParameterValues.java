package dev.rolewire.frontend.cloudformation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Pointer;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// Says which values of parameters, given by the request or by default, their declarations do not allow. The value of a
/// parameter with `NoEcho` is never told. Patterns are not tried, they may cost any time.
final class ParameterValues {

    private final Lowering lowering;

    private final FrontendOptions options;

    ParameterValues(Lowering lowering, FrontendOptions options) {
        this.lowering = lowering;
        this.options = options;
    }

    void check(Mapping root) {
        if (!(root.get("Parameters") instanceof Mapping parameters) || this.lowering.transforms().mayAddNames()) {
            return;
        }
        for (Mapping.Entry entry : parameters.entries()) {
            if (entry.value() instanceof Mapping body) {
                check(entry, body);
            }
        }
    }

    private void check(Mapping.Entry entry, Mapping body) {
        String given = this.options.parameters().get(entry.name());
        Mapping.Entry standard = body.entry("Default");
        boolean byDefault = given == null && standard != null && standard.value() instanceof Scalar scalar
                && !scalar.isNull() && Call.of(scalar) == null;
        String value = given != null ? given
                : byDefault && standard != null && standard.value() instanceof Scalar scalar ? Parameters.text(scalar)
                        : null;
        if (value == null) {
            return;
        }
        String flaw = refusal(body, value);
        if (flaw != null) {
            report(entry, byDefault && standard != null ? standard.value() : entry.key(), flaw, byDefault);
        }
    }

    /// Why CloudFormation refuses a value, in words that follow it; null when it does
    /// not.
    /// @param body the declaration of the parameter
    static @Nullable String refusal(Mapping body, String value) {
        if (!(body.get("Type") instanceof Scalar scalar) || scalar.text().startsWith("AWS::SSM::Parameter::")) {
            return null;
        }
        String type = scalar.text();
        boolean list = type.startsWith("List<") || type.equals("CommaDelimitedList");
        if (list && body.get("AllowedValues") instanceof Sequence allowed && allows(allowed, value)) {
            return null;
        }
        for (String item : list ? List.of(value.split(",", -1)) : List.of(value)) {
            String flaw = flaw(list ? item.strip() : item, body, type);
            if (flaw != null) {
                return flaw;
            }
        }
        return null;
    }

    private void report(Mapping.Entry entry, Node at, String flaw, boolean byDefault) {
        Pointer pointer = Pointer.ROOT.child("Parameters").child(entry.name());
        String whose = byDefault ? "the default of parameter `" : "the value that the request gives to parameter `";
        this.lowering.problem(ModelProblem.Kind.PARAMETER_VALUE, whose + entry.name() + "` " + flaw,
                Site.of(byDefault ? pointer.child("Default") : pointer), at);
    }

    private static @Nullable String flaw(String value, Mapping body, String type) {
        Node noEcho = body.get("NoEcho");
        boolean secret = noEcho != null
                && !(noEcho instanceof Scalar flag && Parameters.text(flag).toLowerCase(Locale.ROOT).equals("false"));
        String shown = secret ? "" : ", it is `" + value + "`";
        if (body.get("AllowedValues") instanceof Sequence allowed && !allows(allowed, value)) {
            return "is none of its `AllowedValues`" + shown;
        }
        BigDecimal length = BigDecimal.valueOf(value.codePointCount(0, value.length()));
        if (type.equals("String") && isOutside(length, body, "MinLength", "MaxLength")) {
            return "has not the length that `MinLength` and `MaxLength` allow" + shown;
        }
        BigDecimal number = number(value);
        if (type.equals("Number") && number == null) {
            return "is no number" + shown;
        }
        if (type.equals("Number") && number != null && isOutside(number, body, "MinValue", "MaxValue")) {
            return "is not between `MinValue` and `MaxValue`" + shown;
        }
        return null;
    }

    /// Whether a list has a value; what is no text in it may be anything.
    private static boolean allows(Sequence allowed, String value) {
        BigDecimal number = number(value);
        for (Node item : allowed.items()) {
            if (!(item instanceof Scalar scalar) || Call.of(item) != null) {
                return true;
            }
            BigDecimal other = number == null ? null : number(scalar.text());
            if (Parameters.text(scalar).equals(value) || (other != null && other.compareTo(number) == 0)) {
                return true;
            }
        }
        return allowed.items().isEmpty();
    }

    private static boolean isOutside(BigDecimal number, Mapping body, String least, String most) {
        BigDecimal low = bound(body, least);
        BigDecimal high = bound(body, most);
        return (low != null && number.compareTo(low) < 0) || (high != null && number.compareTo(high) > 0);
    }

    private static @Nullable BigDecimal bound(Mapping body, String key) {
        return body.get(key) instanceof Scalar scalar ? number(scalar.text()) : null;
    }

    /// A decimal number of a usual length, else null.
    private static @Nullable BigDecimal number(String text) {
        return text.length() < 40 && text.matches("[+-]?[0-9]+([.][0-9]+)?") ? new BigDecimal(text) : null;
    }

}
