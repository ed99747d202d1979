package dev.rolewire.catalog;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SlotPathTests {

    @Test
    void readsASelectorWhoseValuesHoldSlashesAndColons() {
        SlotPath path = SlotPath.parse("setting_value[setting_id=/ssm/managed-instance/role,namespace=aws:a:b]");

        assertThat(path.segments()).containsExactly("setting_value");
        assertThat(path.selector()).containsEntry("setting_id", "/ssm/managed-instance/role")
            .containsEntry("namespace", "aws:a:b");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Role", "Roles/*", "Roles/{}",
            "Stages/*/Actions/*/Configuration/RoleArn[ActionTypeId/Provider=CloudFormation]",
            "Body/paths/{}/{}/x-amazon-apigateway-integration/credentials", "Value[A=1,B=2]" })
    void writesWhatItReads(String text) {
        assertThat(SlotPath.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "/", "a/", "/a", "*", "{}/a", "a[", "a[]", "a[b]", "a[=c]", "a[b=]", "a[b=c", "a b",
            "a[b=1,b=2]" })
    void refusesWhatIsNoPath(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SlotPath.parse(text));
    }

    @Test
    void resolvesRelativePaths() {
        assertThat(SlotPath.parse("A/B/Arn").resolve("../Name")).isEqualTo(List.of("A", "B", "Name"));
        assertThat(SlotPath.parse("Policies/*").resolve("../../Role")).isEqualTo(List.of("Role"));
        assertThat(SlotPath.parse("A/B").resolve("../../C/D")).isEqualTo(List.of("C", "D"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "Name", "..", "../..", "../../../Name", "../A/../B", "", "../" })
    void refusesRelativePathsThatLeadNowhere(String relative) {
        assertThatIllegalArgumentException().isThrownBy(() -> SlotPath.parse("A/B").resolve(relative));
    }

}
