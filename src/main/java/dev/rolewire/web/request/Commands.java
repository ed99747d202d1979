package dev.rolewire.web.request;

import dev.rolewire.web.problem.Problem;

/// The commands that problems print: each does what the client meant, at the address that the client called.
final class Commands {

    private static final String ANALYSES = Problem.BASE_URL + "/v1/analyses";

    static final String RAW = "curl --data-binary @template.yaml -H 'Content-Type: application/yaml' '" + ANALYSES
            + "?filename=template.yaml'";

    static final String FILES = "curl -F 'file=@a/template.yaml;filename=a/template.yaml' "
            + "-F 'file=@b/template.yaml;filename=b/template.yaml' " + ANALYSES;

    static final String PLAN = "terraform show -json tfplan | "
            + "curl --data-binary @- -H 'Content-Type: application/json' " + ANALYSES;

    static final String ARCHIVE = "git archive --format=zip HEAD | "
            + "curl --data-binary @- -H 'Content-Type: application/zip' " + ANALYSES;

    static final String ENVELOPE = "jq -n --rawfile content template.yaml "
            + "'{files: [{path: \"template.yaml\", content: $content}], options: {}}' | "
            + "curl --data-binary @- -H 'Content-Type: " + EnvelopeDecoder.MEDIA_TYPE + "' " + ANALYSES;

    static final String INVENTORY = "aws iam get-account-authorization-details > account.json && "
            + "curl -F file=@template.yaml -F inventory=@account.json " + ANALYSES;

    private Commands() {
    }

}
