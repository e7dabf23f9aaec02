import { label, quoted } from "../phrasing/names";
import { Runtime, socketPath } from "../../contract";
import { known, UNKNOWN } from "../../ecs/known";
import { suggestion } from "../../ecs/nearest-name";
import { fixedBy } from "../fixes/fix";
import { fixModelMount, fixSidecarMount } from "../fixes/shared-volume";
import type { Container, TaskDefinition } from "../../ecs/task/task-definition";
import { rtdAddress } from "../../ecs/task/environment";
import { declaredMounts, listens, placeSocket, undeclaredMounts } from "../../ecs/task/socket";
import type { TaskRule, Violation } from "./rule";
import { sources } from "./sources";

export const neuronRtdSharedVolume: TaskRule = {
    name: "neuron-rtd-shared-volume",
    summary:
        "The sidecar and every model container mount one and the same declared task volume above the daemon's " +
        "socket, and the sidecar can write to it.",
    severity: "critical",
    level: "mandatory",
    runtimes: [Runtime.NeuronRtd],
    options: ["runtimes"],
    isFixable: true,
    why:
        "The daemon creates its socket on the volume, and the model container opens it there. Without the common " +
        "volume each of them sees a directory of its own, and the model container finds no socket.",
    fix:
        'Declare a volume in "volumes", and mount it in both containers at the directory of the socket, without ' +
        "readOnly on the sidecar.",
    sources: [sources.inferenceGuide],
    *perSidecar(sidecar, task) {
        const mounts = declaredMounts(task, sidecar);
        const fixed = () => fixedBy(task, fixSidecarMount);
        const address = socketAddress(listens(sidecar));
        const mount = address === undefined ? mounts[0] : placeSocket(task, sidecar, address)?.mount;
        if (mount === undefined) {
            yield { ...missing(task, sidecar, address), ...fixed() };
        } else if (known(mount.readOnly, sidecar.path, "mountPoints")) {
            yield {
                path: [...sidecar.path, "mountPoints"],
                subject: label(sidecar),
                given: `mounts volume ${quoted(String(mount.sourceVolume))} with readOnly`,
                problem: "must create its socket there",
                remedy: "leave readOnly out",
                ...fixed(),
            };
        }
    },
    *perModel(model, sidecar, task) {
        const address = socketAddress(rtdAddress(model));
        const fixed = () => fixedBy(task, (context) => fixModelMount(model, context));
        const mounted = volumesAbove(task, model, address);
        const offered = volumesAbove(task, sidecar, socketAddress(listens(sidecar)));
        const [own] = mounted;
        const [shared] = offered;
        if (own === undefined) {
            yield { ...missing(task, model, address), ...fixed() };
        } else if (shared !== undefined && !mounted.some((volume) => offered.includes(volume))) {
            yield {
                path: [...model.path, "mountPoints"],
                subject: label(model),
                given: `has volume ${quoted(own)} where the socket should be`,
                problem: `${label(sidecar)} puts it on volume ${quoted(shared)}`,
                requirement: "both must mount the same volume",
                remedy: `mount ${quoted(shared)}`,
                ...fixed(),
            };
        }
    },
};

/** An address that is a socket's. What is none lies on no volume; the rule about the address says so. */
function socketAddress(address: string | undefined): string | undefined {
    return address !== undefined && socketPath(address) !== undefined ? address : undefined;
}

/** The declared volumes on which the container's socket can lie: the one above it, or any where no socket is named. */
function volumesAbove(task: TaskDefinition, container: Container, address: string | undefined): readonly string[] {
    if (address === undefined) {
        return declaredMounts(task, container).map(({ sourceVolume }) => String(sourceVolume));
    }
    const socket = placeSocket(task, container, address);
    return socket === undefined ? [] : [socket.volume];
}

function missing(task: TaskDefinition, container: Container, address: string | undefined): Violation {
    const where = address === undefined ? "" : ` above its socket ${quoted(address)}`;
    return {
        path: [...container.path, "mountPoints"],
        subject: label(container),
        problem: `mounts no declared task volume${where}${misspelt(task, container)}`,
        requirement: "the sidecar and the model container must share one there",
        remedy: "declare it in volumes, and mount it in both",
    };
}

/** What a container mounts that is close to the name of a volume. */
function misspelt(task: TaskDefinition, container: Container): string {
    const volumes = task.volumes === UNKNOWN ? [] : task.volumes.map(({ name }) => String(name));
    const [near] = undeclaredMounts(task, container).flatMap(({ volume }) => {
        const meant = suggestion(volume, volumes);
        return meant === "" ? [] : [`, as none is ${quoted(volume)}${meant}`];
    });
    return near ?? "";
}
