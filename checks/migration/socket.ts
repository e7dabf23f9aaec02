import { isBelow, socketPath } from "../../contract";
import { known, UNKNOWN } from "../../ecs/known";
import { listens, placeSocket } from "../../ecs/task/socket";
import type { Container, MountPoint } from "../../ecs/task/task-definition";
import type { Edit } from "../fixes/fix";
import { label, quoted } from "../phrasing/names";
import { sources } from "../rules/sources";
import { speaksOf } from "./commands";
import { NotMigrated, takingOut, type MigrationContext, type Step } from "./step";

/** The volume of the socket goes with its mounts, and so does what only the daemon mounted. */
export function* removeSocketVolume(context: MigrationContext): Iterable<Step> {
    const { task, sidecar, remaining } = context;
    const volumes = task.volumes === UNKNOWN ? [] : task.volumes;
    const socket = task.volumes === UNKNOWN ? mountedSocket(context) : socketVolume(context);
    const kept = socket === undefined ? undefined : whyKept(socket, context);
    const gone = kept === undefined ? socket : undefined;
    const mounted = new Set<string>();
    for (const container of remaining) {
        const path = [...container.path, "mountPoints"];
        const own = mountsOf(container).map(({ sourceVolume }) => known(sourceVolume, path));
        const { mounts, edits: withoutSource } = takenOver(container, context);
        [...own, ...mounts.map(({ sourceVolume }) => sourceVolume)].forEach((volume) => mounted.add(volume));
        const additions = mounts.filter(({ sourceVolume }) => sourceVolume !== gone);
        const indexes = own.flatMap((volume, index) => (volume === gone ? [index] : []));
        const notes = [
            ...(indexes.length > 0 ? [`no longer mounts volume ${quoted(gone ?? "")}`] : []),
            ...(withoutSource.length > 0 ? [`no longer takes mounts of ${label(sidecar)}`] : []),
        ];
        if (notes.length > 0) {
            const edits: Edit[] = [
                ...additions.map((value) => ({ path, value, append: true })),
                ...takingOut(path, own.length + additions.length, indexes),
                ...withoutSource,
            ];
            yield { edits, note: `${label(container)} ${notes.join(", and ")}` };
        }
    }
    const ofDaemon = mountsOf(sidecar).map(({ sourceVolume }) => sourceVolume);
    const names = volumes.map(({ name }) => known(name, ["volumes"]));
    const indexes = names.flatMap((name, index) =>
        name === gone || (ofDaemon.includes(name) && !mounted.has(name)) ? [index] : [],
    );
    if (indexes.length > 0) {
        const all = indexes.map((index) => quoted(names[index] ?? ""));
        const isOne = all.length === 1;
        yield {
            edits: takingOut(["volumes"], volumes.length, indexes),
            note: `${isOne ? "volume" : "volumes"} ${all.join(" and ")} ${isOne ? "is" : "are"} gone`,
        };
    }
    if (kept !== undefined) {
        yield {
            text: `remove volume ${quoted(socket ?? "")} and its mounts, if they were for the socket only: ${kept}`,
            sources: [sources.runtime2],
        };
    }
}

/** The volume in which the daemon's socket lies, by the daemon's side, or by the models'. */
function socketVolume({ task, sidecar, models }: MigrationContext): string | undefined {
    const address = listens(sidecar);
    return [sidecar, ...models]
        .map((container) => (address === undefined ? undefined : placeSocket(task, container, address)?.volume))
        .find((volume) => volume !== undefined);
}

/** The volume whose mount in the daemon's container holds the socket, where the task's volumes are not known. */
function mountedSocket({ sidecar }: MigrationContext): string | undefined {
    const path = socketPath(listens(sidecar) ?? "");
    const mount = mountsOf(sidecar).find(
        ({ containerPath }) => path !== undefined && containerPath !== UNKNOWN && isBelow(path, containerPath),
    );
    return mount === undefined || mount.sourceVolume === UNKNOWN ? undefined : mount.sourceVolume;
}

/** Paths of the instance that are for sockets. */
const forSockets = /sock|neuron|rtd/i;

/** Why the volume may hold more than the socket; undefined where it cannot. */
function whyKept(name: string, context: MigrationContext): string | undefined {
    const { task, remaining, models, written } = context;
    if (task.volumes === UNKNOWN) {
        return "what it is stands elsewhere";
    }
    const { volumes } = task;
    const at = volumes.findIndex((one) => one.name === name);
    const hostPath = volumes[at]?.hostPath;
    if (hostPath === UNKNOWN || (hostPath !== undefined && !forSockets.test(hostPath))) {
        return "its directory on the instance may hold more";
    }
    if (isFileSystem(written(["volumes", at]))) {
        return "it may outlive the task";
    }
    for (const container of remaining) {
        const mounts = mountsOf(container).filter(({ sourceVolume }) => sourceVolume === name);
        if (mounts.length > 0 && !models.includes(container)) {
            return `${label(container)}, which is no model, mounts it`;
        }
        const speaks = mounts.some(({ containerPath }) =>
            speaksOf(container, known(containerPath, [...container.path, "mountPoints"]), written),
        );
        if (speaks) {
            return `${label(container)} may use files in it`;
        }
    }
    return undefined;
}

/** Whether a volume is of Amazon EFS or FSx, of a Docker driver, or configured at its launch. */
function isFileSystem(volume: unknown): boolean {
    return Object.entries(Object(volume) as Readonly<Record<string, unknown>>).some(
        ([key, value]) =>
            !["name", "host", "hostpath"].includes(key.toLowerCase()) &&
            (value === UNKNOWN || value === true || Object.keys(Object(value) as object).length > 0),
    );
}

function mountsOf(container: Container): readonly MountPoint[] {
    return known(container.mountPoints, [...container.path, "mountPoints"]);
}

/**
 * What a container takes over from the daemon by `volumesFrom`, where it mounts nothing of its own.
 *
 * @throws Undecided, NotMigrated
 */
function takenOver(container: Container, { sidecar, written }: MigrationContext) {
    const path = [...container.path, "volumesFrom"];
    const from = known(container.volumesFrom, path);
    const indexes = from.flatMap((name, index) => (known(name, path) === sidecar.name ? [index] : []));
    if (indexes.length > 0 && known(sidecar.volumesFrom, [...sidecar.path, "volumesFrom"]).length > 0) {
        throw new NotMigrated(
            `${label(container)} takes mounts of ${label(sidecar)}, which takes those of others: write them out first`,
        );
    }
    const isReadOnly = indexes.some(
        (index) => String(known(written([...path, index, "readOnly"]), path, index, "readOnly")) === "true",
    );
    const own = new Set(mountsOf(container).map(({ containerPath }) => containerPath));
    const at = [...sidecar.path, "mountPoints"];
    const mounts = (indexes.length === 0 ? [] : mountsOf(sidecar))
        .filter(({ containerPath }) => !own.has(containerPath))
        .map(({ sourceVolume, containerPath, readOnly }) => ({
            sourceVolume: known(sourceVolume, at),
            containerPath: known(containerPath, at),
            ...((known(readOnly, at) || isReadOnly) && { readOnly: true }),
        }));
    return { mounts, edits: takingOut(path, from.length, indexes) };
}
