package dev.rolewire.benchmark;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes plans of any size, shaped like those of large real roots: one module for each service, called with `for_each`,
/// and in each 20 resources. A quarter of them have identity slots or make identities, as in the plans of the corpus; the
/// rest are rules, records, alarms and the like. Terraform writes all of it on one line, in this order.
final class LargePlan {

    private static final String AWS = "registry.terraform.io/hashicorp/aws";

    private static final int RULES = 6;

    private static final int RECORDS = 4;

    private static final int ALARMS = 5;

    /// How many resources a service has.
    static final int RESOURCES = 5 + RULES + RECORDS + ALARMS;

    private static final String TRUST = """
            {"Statement":[{"Action":"sts:AssumeRole","Effect":"Allow","Principal":{"Service":["ec2.amazonaws.com",\
            "lambda.amazonaws.com"]},"Sid":""}],"Version":"2012-10-17"}""";

    private final JsonGenerator json;

    private final int services;

    private LargePlan(JsonGenerator json, int services) {
        this.json = json;
        this.services = services;
    }

    /// Writes a plan.
    static void write(OutputStream out, int services) {
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            new LargePlan(json, services).plan();
        }
    }

    private void plan() {
        this.json.writeStartObject();
        this.json.writeStringProperty("format_version", "1.2");
        this.json.writeStringProperty("terraform_version", "1.9.5");
        this.json.writeObjectPropertyStart("planned_values");
        this.json.writeObjectPropertyStart("root_module");
        this.json.writeArrayPropertyStart("child_modules");
        for (int i = 0; i < this.services; i++) {
            this.json.writeStartObject();
            this.json.writeArrayPropertyStart("resources");
            service(i, false);
            this.json.writeEndArray();
            this.json.writeStringProperty("address", module(i));
            this.json.writeEndObject();
        }
        this.json.writeEndArray();
        this.json.writeEndObject();
        this.json.writeEndObject();
        this.json.writeArrayPropertyStart("resource_changes");
        for (int i = 0; i < this.services; i++) {
            service(i, true);
        }
        this.json.writeEndArray();
        this.json.writeName("configuration");
        this.json.writeRawValue(configuration());
        this.json.writeStringProperty("timestamp", "2026-01-01T00:00:00Z");
        this.json.writeBooleanProperty("errored", false);
        this.json.writeEndObject();
    }

    private static String module(int service) {
        return String.format(Locale.ROOT, "module.service[\"svc-%05d\"]", service);
    }

    private void service(int i, boolean change) {
        String name = String.format(Locale.ROOT, "svc-%05d", i);
        resource(i, change, "aws_iam_role", null,
                "'name':'%s','path':'/','assume_role_policy':@,'description':null,'force_detach_policies':false,'max_session_duration':3600,'name_prefix':'','permissions_boundary':null,'tags':null"
                    .formatted(name),
                "'arn':true,'create_date':true,'id':true,'inline_policy':true,'managed_policy_arns':true,'tags_all':true,'unique_id':true");
        resource(i, change, "aws_iam_instance_profile", null,
                "'name':'%s','name_prefix':null,'path':'/','role':'%s','tags':null".formatted(name, name),
                "'arn':true,'create_date':true,'id':true,'tags_all':true,'unique_id':true");
        resource(i, change, "aws_iam_role_policy_attachment", null,
                "'policy_arn':'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore','role':'%s'".formatted(name),
                "'id':true");
        resource(i, change, "aws_instance", null,
                "'ami':'ami-0123456789abcdef0','credit_specification':[],'get_password_data':false,'hibernation':null,'iam_instance_profile':'%s','instance_type':'t3.micro','launch_template':[],'source_dest_check':true,'tags':{'Name':'%s'},'tags_all':{'Name':'%s'},'timeouts':null,'user_data_replace_on_change':false,'volume_tags':null"
                    .formatted(name, name, name),
                "'arn':true,'availability_zone':true,'cpu_options':true,'ebs_block_device':true,'id':true,'instance_state':true,'key_name':true,'metadata_options':true,'private_ip':true,'public_ip':true,'root_block_device':true,'subnet_id':true,'vpc_security_group_ids':true");
        resource(i, change, "aws_lambda_function", null,
                "'function_name':'%s','handler':'index.handler','runtime':'python3.13','memory_size':128,'package_type':'Zip','publish':false,'skip_destroy':false,'tags':null,'timeout':3,'vpc_config':[],'layers':null,'environment':[{'variables':{'STAGE':'production'}}]"
                    .formatted(name),
                "'architectures':true,'arn':true,'code_sha256':true,'id':true,'invoke_arn':true,'last_modified':true,'qualified_arn':true,'role':true,'tags_all':true,'version':true");
        for (int rule = 0; rule < RULES; rule++) {
            resource(i, change, "aws_vpc_security_group_ingress_rule", Integer.toString(rule),
                    "'cidr_ipv4':'10.%d.%d.0/24','cidr_ipv6':null,'description':'from the network','from_port':443,'ip_protocol':'tcp','prefix_list_id':null,'referenced_security_group_id':null,'tags':null,'to_port':443"
                        .formatted(i % 256, rule),
                    "'arn':true,'id':true,'security_group_id':true,'security_group_rule_id':true,'tags_all':{}");
        }
        for (int record = 0; record < RECORDS; record++) {
            resource(i, change, "aws_route53_record", "\"r" + record + "\"",
                    "'alias':[],'allow_overwrite':null,'cidr_routing_policy':[],'health_check_id':null,'name':'%s-%d.example.org','records':['10.0.0.%d'],'set_identifier':null,'ttl':300,'type':'A','zone_id':'Z0123456789ABCDEFGHIJ'"
                        .formatted(name, record, record),
                    "'fqdn':true,'id':true,'records':[false]");
        }
        for (int alarm = 0; alarm < ALARMS; alarm++) {
            resource(i, change, "aws_cloudwatch_metric_alarm", Integer.toString(alarm),
                    "'actions_enabled':true,'alarm_name':'%s-%d','comparison_operator':'GreaterThanThreshold','dimensions':{'Service':'%s'},'evaluation_periods':2,'metric_name':'Errors','namespace':'AWS/Lambda','period':60,'statistic':'Sum','threshold':1,'treat_missing_data':'missing','unit':null"
                        .formatted(name, alarm, name),
                    "'arn':true,'evaluate_low_sample_count_percentiles':true,'id':true,'tags_all':true");
        }
    }

    private void resource(int service, boolean change, String type, @Nullable String key, String after,
            String unknown) {
        String block = type + ".this" + (key == null ? "" : "[" + key + "]");
        this.json.writeStartObject();
        this.json.writeStringProperty("address", module(service) + "." + block);
        if (change) {
            this.json.writeStringProperty("module_address", module(service));
        }
        this.json.writeStringProperty("mode", "managed");
        this.json.writeStringProperty("type", type);
        this.json.writeStringProperty("name", "this");
        if (key != null) {
            this.json.writeName("index");
            this.json.writeRawValue(key);
        }
        this.json.writeStringProperty("provider_name", AWS);
        String values = "{" + after.replace('\'', '"').replace("@", "\"" + TRUST.replace("\"", "\\\"") + "\"") + "}";
        if (change) {
            this.json.writeObjectPropertyStart("change");
            raw("actions", "[\"create\"]");
            this.json.writeNullProperty("before");
            raw("after", values);
            raw("after_unknown", "{" + unknown.replace('\'', '"') + "}");
            raw("before_sensitive", "false");
            raw("after_sensitive", "{}");
            this.json.writeEndObject();
        }
        else {
            this.json.writeNumberProperty("schema_version", 0);
            raw("values", values);
            raw("sensitive_values", "{}");
        }
        this.json.writeEndObject();
    }

    private void raw(String key, String value) {
        this.json.writeName(key);
        this.json.writeRawValue(value);
    }

    private static String configuration() {
        List<String> blocks = List.of(
                block("aws_iam_role", "'assume_role_policy':{},'name':{'references':['var.name']}", ""),
                block("aws_iam_instance_profile",
                        "'name':{'references':['var.name']},'role':{'references':['aws_iam_role.this.name','aws_iam_role.this']}",
                        ""),
                block("aws_iam_role_policy_attachment",
                        "'policy_arn':{'constant_value':'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore'},'role':{'references':['aws_iam_role.this.name','aws_iam_role.this']}",
                        ""),
                block("aws_instance",
                        "'ami':{'constant_value':'ami-0123456789abcdef0'},'iam_instance_profile':{'references':['aws_iam_instance_profile.this.name','aws_iam_instance_profile.this']},'instance_type':{'constant_value':'t3.micro'}",
                        ""),
                block("aws_lambda_function",
                        "'function_name':{'references':['var.name']},'role':{'references':['aws_iam_role.this.arn','aws_iam_role.this']}",
                        ""),
                block("aws_vpc_security_group_ingress_rule",
                        "'security_group_id':{'references':['var.security_group_id']}",
                        ",'count_expression':{'constant_value':6}"),
                block("aws_route53_record", "'name':{'references':['var.name','each.key']}",
                        ",'for_each_expression':{'constant_value':['r0','r1','r2','r3']}"),
                block("aws_cloudwatch_metric_alarm", "'alarm_name':{'references':['var.name','count.index']}",
                        ",'count_expression':{'constant_value':5}"));
        return """
                {'provider_config':{'aws':{'name':'aws','full_name':'%s','expressions':{'region':{'constant_value':'eu-west-1'}}}},\
                'root_module':{'module_calls':{'service':{'source':'./service','expressions':{'name':{'references':['each.key']}},\
                'for_each_expression':{'references':['local.services']},'module':{'resources':[%s],'variables':{'name':{}}}}}}}"""
            .formatted(AWS, String.join(",", blocks))
            .replace('\'', '"');
    }

    private static String block(String type, String expressions, String more) {
        return "{'address':'%s.this','mode':'managed','type':'%s','name':'this','provider_config_key':'aws','expressions':{%s},'schema_version':0%s}"
            .formatted(type, type, expressions, more);
    }

}
