package dev.rolewire.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import tools.jackson.databind.json.JsonMapper;

/// Makes plans of any size that are shaped like those of OpenTofu 1.12: nearly all attributes are there, most of them
/// unset, in the planned values and again in the changes.
final class GeneratedPlan {

    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":["ec2.amazonaws.com",\
            "lambda.amazonaws.com"]},"Action":"sts:AssumeRole"}]}""";

    private GeneratedPlan() {
    }

    /// Makes a plan of seven resources a service.
    static byte[] of(int services) {
        List<PlanResource> resources = new ArrayList<>();
        for (int i = 1; i <= services; i++) {
            resources.addAll(service("service_" + i));
        }
        SequencedMap<String, Object> plan = new LinkedHashMap<>();
        plan.put("format_version", "1.2");
        plan.put("terraform_version", "1.12.0");
        plan.put("planned_values",
                ordered("root_module", ordered("resources", resources.stream().map(PlanResource::planned).toList())));
        plan.put("resource_changes", resources.stream().map(PlanResource::change).toList());
        plan.put("prior_state", priorState());
        plan.put("configuration", configuration(resources));
        plan.put("timestamp", "2026-01-01T00:00:00Z");
        plan.put("errored", false);
        return JsonMapper.shared().writeValueAsBytes(plan);
    }

    private static SequencedMap<String, Object> configuration(List<PlanResource> resources) {
        SequencedMap<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("provider_config",
                ordered("aws", ordered("name", "aws", "full_name", "registry.opentofu.org/hashicorp/aws", "expressions",
                        ordered("region", ordered("constant_value", "eu-west-1")))));
        configuration.put("root_module",
                ordered("resources", resources.stream().map(PlanResource::configuration).toList()));
        return configuration;
    }

    private static SequencedMap<String, Object> priorState() {
        SequencedMap<String, Object> image = ordered("address", "data.aws_ami.linux", "mode", "data", "type", "aws_ami",
                "name", "linux", "provider_name", "registry.opentofu.org/hashicorp/aws", "schema_version", 0, "values",
                ordered("id", "ami-0123456789abcdef0", "owners", List.of("amazon"), "most_recent", true));
        return ordered("format_version", "1.0", "terraform_version", "1.12.0", "values",
                ordered("root_module", ordered("resources", List.of(image))));
    }

    private static List<PlanResource> service(String name) {
        return List.of(
                new PlanResource("aws_iam_role", name,
                        ordered("name_prefix", name + "-", "assume_role_policy", TRUST, "path", "/",
                                "max_session_duration", 3600, "force_detach_policies", false),
                        ordered(), List.of("description", "permissions_boundary", "tags", "inline_policy"),
                        List.of("arn", "id", "create_date", "managed_policy_arns", "name", "tags_all", "unique_id")),
                new PlanResource("aws_iam_instance_profile", name, ordered("path", "/"),
                        ordered("name", references("aws_iam_role", name, "id"), "role",
                                references("aws_iam_role", name, "name")),
                        List.of("tags"), List.of("arn", "id", "create_date", "tags_all", "unique_id")),
                instance(name), function(name),
                new PlanResource("aws_sqs_queue", name,
                        ordered("name", name, "delay_seconds", 0, "fifo_queue", false, "max_message_size", 262144,
                                "message_retention_seconds", 345600, "visibility_timeout_seconds", 60),
                        ordered(), List.of("kms_master_key_id", "tags", "timeouts", "content_based_deduplication"),
                        List.of("arn", "id", "url", "policy", "redrive_policy", "redrive_allow_policy", "tags_all")),
                new PlanResource("aws_cloudwatch_log_group", name,
                        ordered("name", "/services/" + name, "retention_in_days", 30, "skip_destroy", false), ordered(),
                        List.of("kms_key_id", "tags"), List.of("arn", "id", "log_group_class", "tags_all")),
                new PlanResource("aws_iam_role_policy", name, ordered("name", "queue"), ordered("role",
                        references("aws_iam_role", name, "id"), "policy", references("aws_sqs_queue", name, "arn")),
                        List.of(), List.of("id", "name_prefix")));
    }

    private static PlanResource instance(String name) {
        return new PlanResource("aws_instance", name,
                ordered("ami", "ami-0123456789abcdef0", "instance_type", "t3.micro", "get_password_data", false,
                        "source_dest_check", true, "user_data_replace_on_change", false, "root_block_device",
                        List.of(ordered("delete_on_termination", true, "encrypted", true, "volume_size", 20,
                                "volume_type", "gp3")),
                        "tags", ordered("Name", name, "Team", "platform")),
                ordered("iam_instance_profile", references("aws_iam_instance_profile", name, "name")),
                List.of("enable_primary_ipv6", "force_destroy", "hibernation", "launch_template", "timeouts",
                        "user_data", "volume_tags", "credit_specification"),
                List.of("arn", "associate_public_ip_address", "availability_zone", "capacity_reservation_specification",
                        "cpu_options", "disable_api_stop", "disable_api_termination", "ebs_block_device",
                        "ebs_optimized", "enclave_options", "ephemeral_block_device", "host_id", "id",
                        "instance_initiated_shutdown_behavior", "instance_lifecycle", "instance_state",
                        "ipv6_address_count", "ipv6_addresses", "key_name", "maintenance_options", "metadata_options",
                        "monitoring", "network_interface", "placement_group", "primary_network_interface_id",
                        "private_dns", "private_ip", "public_dns", "public_ip", "secondary_private_ips",
                        "security_groups", "spot_instance_request_id", "subnet_id", "tenancy", "user_data_base64",
                        "vpc_security_group_ids"));
    }

    private static PlanResource function(String name) {
        return new PlanResource("aws_lambda_function", name,
                ordered("function_name", name, "filename", "build/" + name + ".zip", "handler", "index.handler",
                        "runtime", "python3.13", "memory_size", 256, "package_type", "Zip", "publish", false,
                        "reserved_concurrent_executions", -1, "skip_destroy", false, "timeout", 30, "environment",
                        List.of(ordered("variables", ordered("STAGE", "production", "SERVICE", name)))),
                ordered("role", references("aws_iam_role", name, "arn")),
                List.of("code_signing_config_arn", "dead_letter_config", "description", "file_system_config",
                        "image_config", "image_uri", "kms_key_arn", "layers", "replace_security_groups_on_destroy",
                        "replacement_security_group_ids", "s3_bucket", "s3_key", "s3_object_version", "snap_start",
                        "tags", "timeouts", "vpc_config"),
                List.of("architectures", "arn", "code_sha256", "ephemeral_storage", "id", "invoke_arn", "last_modified",
                        "logging_config", "qualified_arn", "qualified_invoke_arn", "signing_job_arn",
                        "signing_profile_version_arn", "source_code_hash", "source_code_size", "tags_all",
                        "tracing_config", "version"));
    }

    /// The references of an attribute as a plan lists them: the attribute, then its
    /// resource.
    private static List<String> references(String type, String name, String attribute) {
        return List.of(type + "." + name + "." + attribute, type + "." + name);
    }

    @SuppressWarnings("unchecked")
    private static <V> SequencedMap<String, V> ordered(Object... keysAndValues) {
        SequencedMap<String, V> ordered = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            ordered.put((String) keysAndValues[i], (V) keysAndValues[i + 1]);
        }
        return ordered;
    }

}
