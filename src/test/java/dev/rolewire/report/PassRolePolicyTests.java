package dev.rolewire.report;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class PassRolePolicyTests {

    @Test
    void sharesAStatementAmongRolesThatGoToTheSameServices() {
        JsonNode policy = JsonMapper.shared()
            .readTree(SampleReport.render(ReportFormat.JSON.renderer(), SampleReport.full()))
            .at("/requirements/passRolePolicy");
        assertThat(policy.toString()).isEqualTo("""
                {"Version":"2012-10-17","Statement":[\
                {"Effect":"Allow","Action":"iam:PassRole",\
                "Resource":["arn:aws:iam::*:role/a","arn:aws:iam::*:role/c"],\
                "Condition":{"StringEquals":{"iam:PassedToService":["ec2.amazonaws.com"]}}},\
                {"Effect":"Allow","Action":"iam:PassRole","Resource":["arn:aws:iam::*:role/b"]}]}""");
    }

}
