import { imageBaseName, imageName, imageRepository } from "../../contract/image";
import { holds, UNKNOWN, type Known } from "../known";
import { memo } from "../memo";
import { workOf } from "./command-evidence";
import { labelledPart } from "./role-label";
import { isMonitorImage } from "./signs";
import type { Container } from "./task-definition";

const proxies = "is a proxy";
const guards = "guards the instance";

/** Guards whose names tell only together with their maker's. */
const makersGuards = /(?:lacework\/datacollector|aquasec[^/]*\/enforcer|twistlock\/defender)$/;

/**
 * Containers that serve no model: what ships logs, traces, measures or forwards requests. They are known by the last
 * part of their image's repository.
 */
const repositories: ReadonlyMap<string, string> = new Map(
    Object.entries({
        "ships logs": [
            "fluent-bit",
            "fluentd",
            "fluent-bit-plus",
            "aws-for-fluent-bit",
            "filebeat",
            "logspout",
            "vector",
            "promtail",
            "logdna-agent",
            "scalyr-docker-agent-json",
            "scalyr-docker-agent-syslog",
        ],
        traces: ["aws-xray-daemon", "xray-daemon", "jaeger-agent", "tempo"],
        measures: [
            "cloudwatch-agent",
            "amazon-cloudwatch-agent",
            "aws-otel-collector",
            "opentelemetry-collector",
            "opentelemetry-collector-contrib",
            "otel-collector",
            "node-exporter",
            "prometheus",
            "statsd",
            "telegraf",
            "newrelic-infra",
            "nri-ecs",
            "oneagent",
            "cadvisor",
            "process-exporter",
            "grafana-agent",
            "alloy",
            "splunk-otel-collector",
            "sumologic-otel-collector",
            "machine-agent",
            "netdata",
        ],
        [guards]: ["falco", "falco-no-driver", "falcon-sensor", "wazuh-agent", "aws-guardduty-agent-fargate"],
        "manages the instance": ["amazon-ssm-agent", "amazon-ecs-agent"],
        [proxies]: [
            "envoy",
            "aws-appmesh-envoy",
            "nginx",
            "nginx-unprivileged",
            "haproxy",
            "traefik",
            "caddy",
            "ecs-service-connect-agent",
        ],
    }).flatMap(([what, names]) => names.map((name): [string, string] => [name, what])),
);

/** What names an exporter of measures, as Prometheus has them, or one of Elastic's beats. */
const measuring = /(?:^|[-_])exporter$|^(?:metric|heart|packet|audit)beat$/;

/** What a container does beside the model, by its image; undefined where that does not tell. */
export function bystanderReason(container: Container): string | undefined {
    const does = imageDoes(container);
    return container.routesLogs === true
        ? "it routes the logs of the others"
        : does === undefined
          ? undefined
          : `its image ${does}`;
}

/**
 * Whether a container watches the instance and the tasks on it, whatever it opens to do so: it serves no model, and
 * takes no core of a chip. Its label settles it; else its image tells, or its command, also in a model's image.
 *
 * Source: AWS Neuron documentation, Neuron Monitor User Guide: it reads the counters of the applications that run.
 */
export const isWatcher = memo((container: Container): Known<boolean> => {
    const label = labelledPart(container);
    if (label !== undefined) {
        return label === "other";
    }
    const does = imageDoes(container);
    return container.routesLogs === true || (does !== undefined && does !== proxies)
        ? true
        : holds(workOf(container), (work) => work === "watches");
});

/** By its image, or its name where the image is not known. */
function imageDoes({ image, name }: Container): string | undefined {
    const repository = image === UNKNOWN ? name : image;
    if (repository === UNKNOWN) {
        return undefined;
    }
    // The agents of some makers are called only that, in a repository of the maker's name.
    const isAgent = /(?:datadog|sysdig|instana|grafana)[^/]*\/agent$/i.test(imageRepository(repository));
    if (makersGuards.test(imageName(repository))) {
        return guards;
    }
    const base = imageBaseName(repository);
    return isAgent || isMonitorImage(repository) || measuring.test(base) ? "measures" : repositories.get(base);
}
