// Validates manifests of the Gateway API and the Prometheus operator, one JSON object a line, by the schemas of their own
// definitions: prints nothing, or what is wrong.
import { readFileSync } from "node:fs";
import { HTTPRoute } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1";
import { PrometheusRule, ServiceMonitor } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1";

const kinds = { HTTPRoute, PrometheusRule, ServiceMonitor };
for (const line of readFileSync(process.argv[2], "utf8").trim().split("\n")) {
    const manifest = JSON.parse(line);
    try {
        new kinds[manifest.kind](manifest).validate();
    } catch (error) {
        console.log(manifest.kind + ": " + error.message);
    }
}
