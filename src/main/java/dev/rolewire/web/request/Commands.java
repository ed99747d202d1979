package dev.rolewire.web.request;

/// The commands that problems print: each does what the client meant.
final class Commands {

    static final String RAW = "curl --data-binary @template.yaml -H 'Content-Type: application/yaml' "
            + "'http://localhost:8080/v1/analyses?filename=template.yaml'";

    static final String FILES = "curl -F 'file=@a/template.yaml;filename=a/template.yaml' "
            + "-F 'file=@b/template.yaml;filename=b/template.yaml' http://localhost:8080/v1/analyses";

    static final String PLAN = "terraform show -json tfplan | "
            + "curl --data-binary @- -H 'Content-Type: application/json' http://localhost:8080/v1/analyses";

    private Commands() {
    }

}
