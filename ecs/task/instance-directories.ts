import { all, anyOf, UNKNOWN, type Known } from "../known";
import type { Path } from "../path";
import type { Container, TaskDefinition } from "./task-definition";

/**
 * What agents of whatever maker mount of the instance, and no model: its processes, its system, its Docker daemon, the
 * state of its ECS agent.
 *
 * Sources: the task definitions that Datadog, cAdvisor, the Prometheus node exporter, Splunk, Falco and CrowdStrike
 * publish for ECS.
 */
const ownPath = new RegExp(
    "^(?:" +
        [
            "/|/(?:proc|sys|sys/fs/cgroup|sys/kernel/debug|cgroup|rootfs|boot|lib/modules|usr/src)/?",
            String.raw`/(?:var/)?run/(?:docker|containerd/containerd)\.sock`,
            "/var/(?:lib|log)/(?:docker|containers|containerd|ecs)(?:/.*)?",
            "/etc/(?:passwd|group|os-release|hostname|machine-id)",
        ].join("|") +
        ")$",
);

/** What agents mount besides, and a model may too, for its logs, its sockets or its devices. */
const sharedPath = /^\/(?:var\/log(?:\/.*)?|(?:var\/)?run|dev|etc|var|var\/lib|usr|home)\/?$/;

/**
 * Whether a container of a task with these volumes looks into the instance, and so watches or tends it; not known while
 * a mount, or the directory behind it, is not, or is one that others mount too.
 */
export function looksIntoInstance(volumes: TaskDefinition["volumes"]): (container: Container) => Known<boolean> {
    const isOwn = (mounted: Known<string>) =>
        anyOf(volumes, ({ name, hostPath }) =>
            all([
                hostPath === undefined || hostPath === UNKNOWN ? (hostPath ?? false) : isInstances(hostPath),
                name === UNKNOWN || mounted === UNKNOWN ? UNKNOWN : name === mounted,
            ]),
        );
    return ({ mountPoints }) => anyOf(mountPoints, ({ sourceVolume }) => isOwn(sourceVolume));
}

function isInstances(path: string): Known<boolean> {
    return ownPath.test(path) || (sharedPath.test(path) && UNKNOWN);
}

/** What makes it unknown whether a container looks into the instance. */
export function unknownDirectories({ path, mountPoints }: Container): Path {
    return mountPoints === UNKNOWN || mountPoints.some(({ sourceVolume }) => sourceVolume === UNKNOWN)
        ? [...path, "mountPoints"]
        : ["volumes"];
}
