import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { bystanderReason, isWatcher } from "../../../ecs/task/bystanders";
import { containerOf } from "../../checks/task-of";

describe("What a container does beside the model", () => {
    const images: [string | undefined, string[]][] = [
        [
            "its image ships logs",
            [
                "fluent-bit",
                "fluent/fluentd:v1",
                "fluent-bit-plus",
                "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable",
                "docker.elastic.co/beats/filebeat:8",
                "gliderlabs/logspout",
                "timberio/vector",
                "grafana/promtail",
                "logdna/logdna-agent:3",
                "scalyr/scalyr-docker-agent-json:2",
            ],
        ],
        ["its image traces", ["amazon/aws-xray-daemon", "xray-daemon", "jaegertracing/jaeger-agent", "grafana/tempo"]],
        [
            "its image measures",
            [
                "amazon/cloudwatch-agent",
                "amazon/aws-otel-collector",
                "otel/opentelemetry-collector",
                "otel/opentelemetry-collector-contrib",
                "otel-collector",
                "prom/node-exporter",
                "prom/prometheus",
                "111122223333.dkr.ecr.us-west-2.amazonaws.com/amazon-cloudwatch-agent:1",
                "prom/statsd-exporter",
                "docker.elastic.co/beats/metricbeat:8",
                "own/neuron-monitor-exporter:1",
                "neuron-monitor-prometheus",
                "quay.io/sysdig/agent:12",
                "newrelic/nri-ecs:1",
                "telegraf",
                "newrelic/newrelic-infra",
                "public.ecr.aws/datadog/agent:7",
                "DataDog/agent",
                "mirror/datadog-public/agent",
                "icr.io/instana/agent",
                "grafana/agent:v0.41.0",
                "appdynamics/machine-agent",
                "netdata/netdata:stable",
                "public.ecr.aws/sumologic/sumologic-otel-collector:0.100.0",
            ],
        ],
        [
            "its image guards the instance",
            [
                "falcosecurity/falco:0.37",
                "crowdstrike/falcon-sensor",
                "lacework/datacollector:latest",
                "registry.aquasec.com/enforcer:2022.4",
                "registry.twistlock.com/twistlock/defender:defender_32",
                "593207742271.dkr.ecr.us-east-1.amazonaws.com/aws-guardduty-agent-fargate:v1.3.0",
            ],
        ],
        ["its image manages the instance", ["amazon/amazon-ssm-agent:latest"]],
        [
            "its image is a proxy",
            [
                "envoyproxy/envoy:v1",
                "aws-appmesh-envoy",
                "nginx:1",
                "nginxinc/nginx-unprivileged",
                "haproxy",
                "traefik",
                "caddy",
                "ecs-service-connect-agent:interface-v1",
            ],
        ],
        [
            undefined,
            [
                "example.org/app:1",
                "example.org/agent:7",
                "datadog/app",
                "sysdig/app",
                "team/defender",
                "acme/exporter-of-models:1",
                "datadog/agent/app",
                "datadog/app/agent",
                "nginx/app",
                "my-nginx",
                "agent",
            ],
        ],
    ];
    for (const [reason, names] of images) {
        for (const image of names) {
            it(`${reason ?? "is not told"}: ${image}`, () =>
                assert.equal(bystanderReason(containerOf({ image })), reason));
        }
    }

    it("is to route logs, where it is told to, whatever its image is", () =>
        assert.equal(
            bystanderReason(containerOf({ firelensConfiguration: { type: "fluentbit" } })),
            "it routes the logs of the others",
        ));

    it("is not told while its image is not known", () =>
        assert.equal(bystanderReason(containerOf({ image: UNKNOWN })), undefined));
});

describe("A container only watches", () => {
    const watching: [string, object][] = [
        ["by its image, which measures", { image: "public.ecr.aws/cloudwatch-agent/cloudwatch-agent:latest" }],
        ["by the image of Neuron's monitor", { image: "public.ecr.aws/neuron/neuron-monitor:1.3.0" }],
        ["by its image, which ships logs", { image: "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable" }],
        ["as it routes logs", { firelensConfiguration: { type: "fluentbit" } }],
        ["by its command in a model's image", { image: "own/a-neuronx:1", command: ["neuron-monitor"] }],
        ["by its name, while its image is not known", { name: "cloudwatch-agent", image: UNKNOWN }],
        ["by its label", { image: "own/a-neuronx:1", dockerLabels: { "ecs-inferentia.role": "other" } }],
        [
            "whatever it opens to do so",
            { image: "telegraf", linuxParameters: { devices: [{ hostPath: "/dev/neuron0" }] } },
        ],
    ];
    for (const [what, container] of watching) {
        it(what, () => assert.equal(isWatcher(containerOf(container)), true));
    }
    const others: [string, object][] = [
        ["as its image is a proxy", { image: "nginx:1" }],
        ["against its label", { image: "neuron-monitor", dockerLabels: { "ecs-inferentia.role": "model" } }],
        ["while its image is not known", { image: UNKNOWN }],
    ];
    for (const [what, container] of others) {
        it(`not ${what}`, () => assert.equal(isWatcher(containerOf(container)), false));
    }

    it("which is not known while its command is not", () =>
        assert.equal(isWatcher(containerOf({ command: ["sh", "-c", UNKNOWN] })), UNKNOWN));
});
