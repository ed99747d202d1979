package dev.rolewire.testing.matrix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.IdentitySlot;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Writes CloudFormation templates of the matrix, as JSON.
final class TemplateWriter implements MatrixDocument.Writer {

    private static final String SUBJECT = "Subject";

    private static final String SERVERLESS = "AWS::Serverless::";

    /// The section of a SAM template whose properties go to all resources of a type.
    private static final String GLOBALS = "Globals";

    @Override
    public MatrixDocument write(Use use, List<IdentitySlot> siblings) {
        Map<String, Object> resources = new LinkedHashMap<>();
        PropertyTree properties = new PropertyTree();
        Map<String, Object> subject = new LinkedHashMap<>();
        String property = properties.put(use.slot().path(), value(use, 0, resources, subject));
        int number = 1;
        for (IdentitySlot filler : MatrixDocument.fillers(use, siblings, properties)) {
            Use right = SlotMatrix.right(filler).getFirst();
            properties.put(filler.path(), value(right, number, resources, subject));
            number++;
        }
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("AWSTemplateFormatVersion", "2010-09-09");
        String type = use.slot().type();
        if (type.equals(GLOBALS)) {
            template.put(GLOBALS, properties.root());
            type = SERVERLESS + use.slot().path().segments().getFirst();
            property = property.substring(property.indexOf('/') + 1);
        }
        else {
            subject.put("Properties", properties.root());
        }
        if (type.startsWith(SERVERLESS)) {
            template.put("Transform", "AWS::Serverless-2016-10-31");
        }
        subject.put("Type", type);
        resources.put(SUBJECT, subject);
        template.put("Resources", resources);
        return new MatrixDocument(JsonMapper.shared().writeValueAsBytes(template), SUBJECT, property);
    }

    private static @Nullable Object value(Use use, int number, Map<String, Object> resources,
            Map<String, Object> subject) {
        Use.Given given = use.given();
        if (given == null) {
            return null;
        }
        String id = "Identity" + number;
        switch (given.kind()) {
            case ROLE -> resources.put(id, role(use));
            case INSTANCE_PROFILE -> {
                resources.put(id + "Role", role(use));
                resources.put(id,
                        resource("AWS::IAM::InstanceProfile", Map.of("Roles", List.of(Map.of("Ref", id + "Role")))));
            }
            case POLICY ->
                resources.put(id, resource("AWS::IAM::ManagedPolicy", Map.of("ManagedPolicyName", "matrix")));
            case USER -> resources.put(id, resource("AWS::IAM::User", Map.of()));
            case GROUP -> resources.put(id, resource("AWS::IAM::Group", Map.of()));
        }
        if (given.kind() == IdentityKind.POLICY && given.form() == IdentityForm.NAME) {
            subject.put("DependsOn", id);
            return "matrix";
        }
        boolean ref = given.form() == IdentityForm.NAME || given.kind() == IdentityKind.POLICY;
        return ref ? Map.of("Ref", id) : Map.of("Fn::GetAtt", List.of(id, "Arn"));
    }

    private static Map<String, Object> role(Use use) {
        return resource("AWS::IAM::Role",
                Map.of("AssumeRolePolicyDocument", TrustPolicy.of(use.slot(), use.trusted())));
    }

    private static Map<String, Object> resource(String type, Map<String, Object> properties) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("Type", type);
        resource.put("Properties", properties);
        return resource;
    }

}
