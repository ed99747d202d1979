package dev.rolewire.frontend.terraform.function;

import java.util.List;
import java.util.Map;

import dev.rolewire.frontend.terraform.function.Type.Attribute;

/// Says in Terraform's words why one type does not convert to another.
final class Mismatch {

    private Mismatch() {
    }

    static String message(Type got, Type want) {
        if (got instanceof Type.ObjectOf(var has) && want instanceof Type.ObjectOf(var wants)) {
            return attributes(has, wants);
        }
        boolean structure = got instanceof Type.TupleOf || got instanceof Type.ObjectOf;
        if (structure && Types.element(want) instanceof Type.Any) {
            if (got instanceof Type.TupleOf && want instanceof Type.ListOf) {
                return "all list elements must have the same type";
            }
            if (got instanceof Type.TupleOf && want instanceof Type.SetOf) {
                return "all set elements must have the same type";
            }
            if (got instanceof Type.ObjectOf && want instanceof Type.MapOf) {
                return "all map elements must have the same type";
            }
        }
        if (structure && isCollection(want)) {
            return elements(got, want);
        }
        boolean plain = want == Type.STRING || (got instanceof Type.Primitive) != (want instanceof Type.Primitive)
                || got instanceof Type.Primitive && want instanceof Type.Primitive && got != Type.STRING;
        return plain ? Types.name(want) + " required, but have " + Types.name(got)
                : Types.constraintName(want) + " required";
    }

    private static boolean isCollection(Type type) {
        return type instanceof Type.ListOf || type instanceof Type.SetOf || type instanceof Type.MapOf;
    }

    private static String attributes(Map<String, Attribute> has, Map<String, Attribute> wants) {
        List<String> missing = wants.entrySet()
            .stream()
            .filter((want) -> !want.getValue().optional() && !has.containsKey(want.getKey()))
            .map(Map.Entry::getKey)
            .sorted(CodePoints.ORDER)
            .map(GoText::quoted)
            .toList();
        return switch (missing.size()) {
            case 0 -> "incorrect object attributes";
            case 1 -> "attribute " + missing.getFirst() + " is required";
            case 2 -> "attributes " + missing.getFirst() + " and " + missing.getLast() + " are required";
            default -> "attributes " + String.join(", ", missing.subList(0, missing.size() - 1)) + ", and "
                    + missing.getLast() + " are required";
        };
    }

    private static String elements(Type got, Type want) {
        if (got instanceof Type.TupleOf && want instanceof Type.MapOf
                || got instanceof Type.ObjectOf && !(want instanceof Type.MapOf)) {
            return Types.constraintName(want) + " required";
        }
        return "all elements must be " + Types.constraintName(Types.element(want));
    }

}
