import { all, anyOf, holds, UNKNOWN, type Known } from "../known";
import type { Path } from "../path";
import type { Container, TaskDefinition } from "./task-definition";

/**
 * What agents of whatever maker mount of the instance, and no model: its processes, its system, its Docker daemon.
 *
 * Sources: the task definitions that Datadog, cAdvisor and the Prometheus node exporter publish for ECS.
 */
const ownPath = new RegExp(
    String.raw`^(?:/|/(?:proc|sys|sys/fs/cgroup|cgroup|rootfs)/?|/(?:var/)?run/docker\.sock|/var/lib/docker(?:/.*)?)$`,
);

/**
 * Whether a container of a task with these volumes looks into the instance, and so watches or tends it; not known while
 * a mount, or the directory behind it, is not.
 */
export function looksIntoInstance(volumes: TaskDefinition["volumes"]): (container: Container) => Known<boolean> {
    const isOwn = (mounted: Known<string>) =>
        anyOf(volumes, ({ name, hostPath }) =>
            all([
                holds(hostPath, (path) => ownPath.test(path)),
                name === UNKNOWN || mounted === UNKNOWN ? UNKNOWN : name === mounted,
            ]),
        );
    return ({ mountPoints }) => anyOf(mountPoints, ({ sourceVolume }) => isOwn(sourceVolume));
}

/** What makes it unknown whether a container looks into the instance. */
export function unknownDirectories({ path, mountPoints }: Container): Path {
    return mountPoints === UNKNOWN || mountPoints.some(({ sourceVolume }) => sourceVolume === UNKNOWN)
        ? [...path, "mountPoints"]
        : ["volumes"];
}
