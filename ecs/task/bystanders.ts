import { imageBaseName, imageRepository } from "../../contract/image";
import { UNKNOWN } from "../known";
import type { Container } from "./task-definition";

/**
 * Containers that stand beside a model and serve none: what ships logs, traces, measures or forwards requests. They are
 * known by the last part of their image's repository.
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
        ],
        traces: ["aws-xray-daemon", "xray-daemon", "jaeger-agent", "tempo"],
        measures: [
            "cloudwatch-agent",
            "aws-otel-collector",
            "opentelemetry-collector",
            "opentelemetry-collector-contrib",
            "otel-collector",
            "node-exporter",
            "prometheus",
            "telegraf",
            "newrelic-infra",
        ],
        "is a proxy": [
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

/** What a container does beside the model, by its image; undefined where that does not tell. */
export function bystanderReason({ image, routesLogs }: Container): string | undefined {
    if (routesLogs === true) {
        return "it routes the logs of the others";
    }
    if (image === UNKNOWN) {
        return undefined;
    }
    // Datadog's agent is called only that, in a repository of its name.
    const isDatadog = /datadog[^/]*\/agent$/i.test(imageRepository(image));
    const does = isDatadog ? "measures" : repositories.get(imageBaseName(image));
    return does === undefined ? undefined : `its image ${does}`;
}
