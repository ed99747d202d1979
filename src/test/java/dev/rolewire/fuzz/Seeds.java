package dev.rolewire.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.rolewire.testing.Repository;

/// Inputs to start from: the fixtures of the rules, and what is made of them.
final class Seeds {

    private static final long LARGEST = 6000;

    private static final List<String> POLICIES = List.of("""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},\
            "Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":["123456789012"]}}}]}""", """
            {"Version":"2008-10-17","Id":"x","Statement":{"Sid":"a","Effect":"Deny","NotPrincipal":{"AWS":"*"},\
            "NotAction":["s3:Get*","iam:*"],"NotResource":"arn:aws:s3:::b/${aws:username}/?"}}""", """
            {"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"ForAllValues:StringLikeIfExists":\
            {"aws:PrincipalTag/a":"${b}"},"Null":{"c":"true"},"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}]}""");

    private Seeds() {
    }

    /// The fixtures whose name ends so, the large ones left out.
    static List<byte[]> fixtures(String... ends) {
        try (Stream<Path> files = Files.walk(Repository.testResources())) {
            List<Path> found = files.filter((file) -> Arrays.stream(ends).anyMatch(file.toString()::endsWith))
                .sorted()
                .toList();
            List<byte[]> seeds = new ArrayList<>();
            for (Path file : found) {
                if (Files.size(file) <= LARGEST) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
            return seeds;
        }
        catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<byte[]> policies() {
        return POLICIES.stream().map((policy) -> policy.getBytes(StandardCharsets.UTF_8)).toList();
    }

    /// A byte that chooses the media type, and a body of that type.
    static List<byte[]> bodies() {
        byte[] template = fixtures(".cfn.yaml").getFirst();
        byte[] configuration = fixtures(".tf").getFirst();
        List<byte[]> seeds = new ArrayList<>();
        for (Bodies.Kind kind : Bodies.Kind.values()) {
            byte[] body = kind.body(template, configuration);
            byte[] seed = new byte[body.length + 1];
            seed[0] = (byte) kind.ordinal();
            System.arraycopy(body, 0, seed, 1, body.length);
            seeds.add(seed);
        }
        return seeds;
    }

    /// The head of a request and its body, as they go over the line.
    static List<byte[]> requests() {
        byte[] template = fixtures(".cfn.yaml").getFirst();
        byte[] configuration = fixtures(".tf").getFirst();
        List<byte[]> seeds = new ArrayList<>();
        for (Bodies.Kind kind : Bodies.Kind.values()) {
            seeds.add(Bodies.request("POST /v1/analyses?failOn=error&region=eu-west-1", kind.mediaType(),
                    kind.body(template, configuration)));
        }
        for (String path : List.of("/v1/rules", "/v1/rules/malformed-policy", "/v1/catalog?family=terraform",
                "/v1/catalog/AWS%3A%3AEC2%3A%3AInstance", "/v1/report-schema", "/livez", "/v3/api-docs", "/error")) {
            seeds.add(Bodies.request("GET " + path, "text/plain", new byte[0]));
        }
        return seeds;
    }

}
