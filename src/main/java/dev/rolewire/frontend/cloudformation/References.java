package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Node;
import org.jspecify.annotations.Nullable;

/// `Ref`, `Fn::GetAtt` and the names inside `Fn::Sub`: what a name yields.
final class References {

    /// The properties that name what `Ref` yields the name of.
    private static final Map<String, String> NAMES = Map.of("AWS::IAM::Role", "RoleName", "AWS::IAM::InstanceProfile",
            "InstanceProfileName", "AWS::IAM::User", "UserName", "AWS::IAM::Group", "GroupName");

    private final Lowering lowering;

    References(Lowering lowering) {
        this.lowering = lowering;
    }

    Value ref(Call call, Site site) {
        Origin origin = this.lowering.origin(call.node(), site);
        Value name = this.lowering.comparison().spread(this.lowering.evaluator().argument(call, site));
        return this.lowering.alternatives().map(name, origin, (each) -> {
            String text = Values.text(each);
            return text == null ? Values.malformed("Ref", List.of(each), origin) : named(text, site, origin);
        });
    }

    /// What `Ref` of a name yields.
    /// @param origin where the name is used
    Value named(String name, Site site, Origin origin) {
        String item = site.bindings().get(name);
        if (item != null) {
            return Value.Literal.of(item, origin);
        }
        if (PseudoParameters.claims(name)) {
            return PseudoParameters.exists(name) ? this.lowering.pseudoParameters().value(name, origin)
                    : undefined(name, "pseudo parameter", site, origin);
        }
        if (this.lowering.parameters().contains(name)) {
            return this.lowering.parameters().value(name, origin);
        }
        return this.lowering.resources().contains(name) ? resource(name, "Ref", site, origin)
                : undefined(name, "parameter or resource", site, origin);
    }

    Value getAtt(Call call, Site site) {
        Origin origin = this.lowering.origin(call.node(), site);
        List<Node> arguments = call.arguments(2);
        if (arguments != null && arguments.size() > 2) {
            return Values.malformed("Fn::GetAtt", List.of(this.lowering.evaluator().argument(call, site)), origin);
        }
        if (arguments == null) {
            Value whole = this.lowering.comparison().spread(this.lowering.evaluator().argument(call, site));
            return this.lowering.alternatives().map(whole, origin, (each) -> dotted(each, site, origin));
        }
        Site inner = call.argumentSite(site);
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            values.add(this.lowering.comparison()
                .spread(this.lowering.evaluator().lower(arguments.get(i), inner.argument(i))));
        }
        return this.lowering.alternatives()
            .map(values.getFirst(), origin, (each) -> this.lowering.alternatives()
                .map(values.get(1), origin, (attribute) -> attribute(each, attribute, site, origin)));
    }

    private Value dotted(Value argument, Site site, Origin origin) {
        String text = Values.text(argument);
        int dot = text == null ? -1 : text.indexOf('.');
        if (text == null || dot < 0) {
            return Values.malformed("Fn::GetAtt", List.of(argument), origin);
        }
        return attribute(text.substring(0, dot), text.substring(dot + 1), site, origin);
    }

    private Value attribute(Value resource, Value attribute, Site site, Origin origin) {
        String name = Values.text(resource);
        String text = Values.text(attribute);
        if (name == null) {
            return Values.malformed("Fn::GetAtt", List.of(resource, attribute), origin);
        }
        if (text != null) {
            return attribute(name, text, site, origin);
        }
        return new Value.Unknown(Reason.KNOWN_AFTER_APPLY, name + "." + Values.describe(attribute),
                Values.operands(List.of(attribute(name, "Ref", site, origin))), origin);
    }

    /// What `Fn::GetAtt` of a name and an attribute yields.
    Value attribute(String name, String attribute, Site site, Origin origin) {
        if (this.lowering.resources().contains(name)) {
            return resource(name, attribute, site, origin);
        }
        return this.lowering.parameters().contains(name) && !this.lowering.resources().mayBeAdded(name)
                ? ofParameter(name, site, origin) : undefined(name, "resource", site, origin);
    }

    private Value resource(String name, String attribute, Site site, Origin origin) {
        if (site.section().equals("Conditions") || site.section().equals("Rules")) {
            this.lowering.functions().outsideResources(name, site, origin);
        }
        this.lowering.uses().use(name, site, origin);
        Value.Reference reference = new Value.Reference(this.lowering.scope().address(name), attribute, origin);
        String type = this.lowering.resources().typeOf(name);
        if (type == null || type.endsWith("::MODULE") || type.equals("AWS::CloudFormation::Module")) {
            return new Value.Unknown(Reason.MACRO, name + "." + attribute, List.of(reference), origin);
        }
        if (attribute.startsWith(NestedStacks.OUTPUTS) && NestedStacks.isStack(type)) {
            return this.lowering.stacks().output(reference, name, site);
        }
        boolean custom = type.startsWith("Custom::") || type.equals("AWS::CloudFormation::CustomResource");
        return custom && !attribute.equals("Ref")
                ? new Value.Unknown(Reason.KNOWN_AFTER_APPLY, name + "." + attribute, List.of(reference), origin)
                : reference;
    }

    private Value ofParameter(String name, Site site, Origin origin) {
        this.lowering.problem(ModelProblem.Kind.UNDEFINED_REFERENCE,
                "`" + name + "` is a parameter; `Fn::GetAtt` takes a resource", site.always(), name, origin);
        return Value.Unknown.of(Reason.PARAMETER, name, origin);
    }

    /// A name that nothing defines is refused wherever it stands, whatever the conditions
    /// say.
    private Value undefined(String name, String kind, Site site, Origin origin) {
        if (this.lowering.resources().mayBeAdded(name)) {
            return Value.Unknown.of(Reason.MACRO, name, origin);
        }
        this.lowering.problem(ModelProblem.Kind.UNDEFINED_REFERENCE,
                "`" + name + "` is not defined: the template has no " + kind + " of that name", site.always(), name,
                origin);
        return Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, name, origin);
    }

    /// The ARN of a role or instance profile of the template, written out; null for other
    /// values.
    @Nullable List<Value> writtenOut(Value value) {
        if (!(value instanceof Value.Reference(var address, var attribute, var origin))) {
            return null;
        }
        if (PseudoParameters.claims(address)) {
            return this.lowering.pseudoParameters().writtenOut(address, origin);
        }
        if (!attribute.equals("Arn")) {
            return null;
        }
        String type = this.lowering.typeOf(address);
        String resource = switch (type) {
            case "AWS::IAM::Role" -> ":role";
            case "AWS::IAM::InstanceProfile" -> ":instance-profile";
            case null, default -> null;
        };
        Value path = resource == null ? null : this.lowering.pathOf(address);
        if (resource == null || path == null) {
            return null;
        }
        PseudoParameters pseudo = this.lowering.pseudoParameters();
        return List.of(Value.Literal.of("arn:", origin), pseudo.value("AWS::Partition", origin),
                Value.Literal.of(":iam::", origin), pseudo.value("AWS::AccountId", origin),
                Value.Literal.of(resource, origin), this.lowering.stacks().moved(path, origin),
                new Value.Reference(address, "Ref", origin));
    }

    /// Whether a value can contain a delimiter.
    boolean mayContain(Value value, String delimiter) {
        if (!(value instanceof Value.Reference reference)) {
            return true;
        }
        if (PseudoParameters.claims(reference.address())) {
            return PseudoParameters.mayContain(reference.address(), delimiter);
        }
        String type = this.lowering.typeOf(reference.address());
        String property = type == null || !reference.attribute().equals("Ref") ? null : NAMES.get(type);
        if (property == null) {
            return true;
        }
        return switch (this.lowering.propertyOf(reference.address(), property)) {
            case Value.Literal name -> name.text().contains(delimiter);
            // CloudFormation makes a name of the stack's name, the logical id and random
            // letters and digits
            case Value.Absent _ -> delimiter.matches("[A-Za-z0-9-]*");
            // IAM names: letters, digits and _+=,.@-
            case null, default -> delimiter.matches("[\\w+=,.@-]*");
        };
    }

}
