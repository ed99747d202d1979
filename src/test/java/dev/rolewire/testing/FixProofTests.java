package dev.rolewire.testing;

import java.util.List;
import java.util.Set;

import dev.rolewire.testing.fix.CorrectInput;
import dev.rolewire.testing.fix.FixProof;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The fix proof in small: on the fixtures that show how it is right.
class FixProofTests {

    private static final Set<String> RULES = Set.of("role-as-instance-profile", "instance-profile-as-role",
            "wrong-identity-form", "service-not-trusted", "instance-profile-with-several-roles");

    private static final Set<Fixture.Format> FORMATS = Set.of(Fixture.Format.CFN_YAML, Fixture.Format.CFN_JSON,
            Fixture.Format.HCL);

    @Test
    void whatIsBrokenIsMended() {
        FixProof proof = new FixProof();
        for (Fixture fixture : Fixture.all()) {
            if (fixture.kind() == Fixture.Kind.PASS && RULES.contains(fixture.ruleId())
                    && FORMATS.contains(fixture.format())) {
                proof.take(new CorrectInput(fixture.name(), fixture.inputs()));
            }
        }
        assertThat(proof.broken()).as(proof::table).isGreaterThan(100);
        assertThat(proof.failures()).as(proof::table).isEmpty();
        for (String dialect : List.of("YAML", "JSON", "HCL")) {
            assertThat(proof.mended("wrong-identity-form", dialect)).isPositive();
            assertThat(proof.mended("role-as-instance-profile", dialect)).isPositive();
            assertThat(proof.mended("service-not-trusted", dialect)).isPositive();
        }
    }

}
