import { holds, UNKNOWN } from "../known";
import type { Container, TaskDefinition } from "./task-definition";

/**
 * What agents of whatever maker mount of the instance, and no model: its processes, its system, its Docker daemon.
 *
 * Sources: the task definitions that Datadog, cAdvisor and the Prometheus node exporter publish for ECS.
 */
const ownPath = new RegExp(
    String.raw`^(?:/|/(?:proc|sys|sys/fs/cgroup|cgroup|rootfs)/?|/(?:var/)?run/docker\.sock|/var/lib/docker(?:/.*)?)$`,
);

/** Whether a container of a task with these volumes looks into the instance, and so watches or tends it. */
export function looksIntoInstance(volumes: TaskDefinition["volumes"]): (container: Container) => boolean {
    const names =
        volumes === UNKNOWN
            ? []
            : volumes
                  .filter(({ hostPath }) => holds(hostPath, (path) => ownPath.test(path)) === true)
                  .map(({ name }) => name);
    return ({ mountPoints }) =>
        mountPoints !== UNKNOWN &&
        mountPoints.some(({ sourceVolume }) => sourceVolume !== UNKNOWN && names.includes(sourceVolume));
}
