package dev.rolewire.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/// The documents that the tests post: the examples of the OpenAPI document.
final class Documents {

    /// EC2 refers to the role.
    static final String ROLE_AS_PROFILE = example("ec2-takes-the-role.yaml");

    /// EC2 refers to the profile.
    static final String PROFILE = example("ec2-takes-the-profile.yaml");

    /// Profile and role share a name.
    static final String SHARED_NAME = example("ec2-and-profile-share-a-name.yaml");

    /// The role does not trust Lambda.
    static final String NOT_TRUSTED = example("lambda-is-not-trusted.json");

    /// A slot that hangs on a parameter.
    static final String UNCHECKED = """
            Parameters:
              Profile: {Type: String}
            Resources:
              Server:
                Type: AWS::EC2::Instance
                Properties:
                  IamInstanceProfile: !Ref Profile
            """;

    private Documents() {
    }

    private static String example(String name) {
        try (InputStream in = Documents.class.getResourceAsStream("openapi/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
