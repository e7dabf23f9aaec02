import { isBelow, neuronEnvironment, neuronRtdName, normalizedPath, socketPath } from "../../contract";
import { known, UNKNOWN, type Known } from "../../ecs/known";
import { listens, placeSocket } from "../../ecs/task/socket";
import type { Container, MountPoint } from "../../ecs/task/task-definition";
import type { Edit } from "../fixes/fix";
import { label, quoted } from "../phrasing/names";
import { sources } from "../rules/sources";
import { takingOut, type MigrationContext, type Step } from "./step";

/** The volume of the socket goes with its mounts, and so does what only the daemon mounted. */
export function* removeSocketVolume(context: MigrationContext): Iterable<Step> {
    const { task, sidecar, remaining } = context;
    const volumes = task.volumes === UNKNOWN ? [] : task.volumes;
    const socket = task.volumes === UNKNOWN ? mountedSocket(context) : socketVolume(context);
    const kept = socket === undefined ? undefined : whyKept(socket, context);
    const gone = kept === undefined ? socket : undefined;
    const taken = new Map(remaining.map((container) => [container, takenOver(container, context)]));
    for (const container of remaining) {
        const path = [...container.path, "mountPoints"];
        const mounts = known(container.mountPoints, path);
        const additions = (taken.get(container)?.mounts ?? []).filter(({ sourceVolume }) => sourceVolume !== gone);
        const indexes = mounts.flatMap(({ sourceVolume }, index) =>
            gone !== undefined && known(sourceVolume, path) === gone ? [index] : [],
        );
        const edits: Edit[] = [
            ...additions.map((mount) => ({ path, value: plain(mount), append: true })),
            ...takingOut(path, mounts.length + additions.length, indexes),
            ...(taken.get(container)?.edits ?? []),
        ];
        if (edits.length > 0) {
            const does = indexes.length > 0 ? `no longer mounts volume ${quoted(gone ?? "")}` : "";
            const takes = taken.get(container)?.edits.length === 0 ? "" : `no longer takes mounts of ${label(sidecar)}`;
            yield { edits, note: `${label(container)} ${[does, takes].filter((text) => text !== "").join(", and ")}` };
        }
    }
    const mounted = new Set(
        remaining
            .flatMap((container) => [
                ...known(container.mountPoints, [...container.path, "mountPoints"]),
                ...(taken.get(container)?.mounts ?? []),
            ])
            .map(({ sourceVolume }) => sourceVolume),
    );
    const ofDaemon = known(sidecar.mountPoints, [...sidecar.path, "mountPoints"]).map(
        ({ sourceVolume }) => sourceVolume,
    );
    const names = volumes.map(({ name }) => known(name, ["volumes"]));
    const indexes = names.flatMap((name, index) =>
        name === gone || (ofDaemon.includes(name) && !mounted.has(name)) ? [index] : [],
    );
    if (indexes.length > 0) {
        yield {
            edits: takingOut(["volumes"], volumes.length, indexes),
            note: `volume ${indexes.map((index) => quoted(names[index] ?? "")).join(" and ")} is gone`,
        };
    }
    if (kept !== undefined) {
        yield {
            text: `remove volume ${quoted(socket ?? "")} and its mounts, if they were for the socket only: ${kept}`,
            sources: [sources.runtime2],
        };
    }
    yield* leftInCommands(context);
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
        return "it is one that outlives the task";
    }
    for (const container of remaining) {
        const mounts = mountsOf(container).filter(({ sourceVolume }) => sourceVolume === name);
        if (mounts.length > 0 && !models.includes(container)) {
            return `${label(container)}, which is no model, mounts it`;
        }
        const speaks = mounts.some(({ containerPath }) => speaksOf(container, containerPath, written));
        if (speaks) {
            return `${label(container)} may use files in it`;
        }
    }
    return undefined;
}

/** Whether a volume is of Amazon EFS or FSx, of a Docker driver, or configured at its launch. */
function isFileSystem(volume: unknown): boolean {
    return Object.entries((volume ?? {}) as Readonly<Record<string, unknown>>).some(
        ([key, value]) =>
            !/^(?:name|host|hostPath)$/i.test(key) &&
            (typeof value === "object" && value !== null ? Object.keys(value).length > 0 : value === true),
    );
}

function mountsOf(container: Container): readonly MountPoint[] {
    return known(container.mountPoints, [...container.path, "mountPoints"]);
}

const speakingKeys = ["entryPoint", "command", "environment", "healthCheck", "workingDirectory"];

/** Whether what a container runs, or its variables, name a directory. What is not known may. */
function speaksOf(container: Container, directory: Known<string>, written: MigrationContext["written"]): boolean {
    const path = directory === UNKNOWN ? undefined : normalizedPath(directory);
    const parts = speakingKeys.map((key) => written([...container.path, key]));
    return textsIn(parts).some(
        (text) => text === UNKNOWN || path === undefined || text.split(/[\s"'=:,;]+/).some((word) => isIn(word, path)),
    );
}

function isIn(word: string, directory: string): boolean {
    return word.startsWith("/") && (normalizedPath(word) === directory || isBelow(word, directory));
}

/** The texts in what stands in a container, but for the address of the daemon. */
function textsIn(value: unknown): readonly Known<string>[] {
    if (value === UNKNOWN || typeof value === "string") {
        return [value];
    }
    if (typeof value !== "object" || value === null) {
        return [];
    }
    const named = value as { readonly name?: unknown; readonly Name?: unknown };
    return [named.name, named.Name].includes(neuronEnvironment.rtdAddress) ? [] : Object.values(value).flatMap(textsIn);
}

/** What a container takes over from the daemon by `volumesFrom`. */
function takenOver(container: Container, { sidecar, written }: MigrationContext) {
    const path = [...container.path, "volumesFrom"];
    const from = known(container.volumesFrom, path);
    const indexes = from.flatMap((name, index) => (known(name, path) === sidecar.name ? [index] : []));
    const items = written(path);
    const isReadOnly = JSON.stringify(Array.isArray(items) ? items : []).includes('eadOnly":true');
    const mounts = indexes.length === 0 ? [] : mountsOf(sidecar);
    return {
        mounts: isReadOnly ? mounts.map((mount) => ({ ...mount, readOnly: true })) : mounts,
        edits: takingOut(path, from.length, indexes),
    };
}

function plain({ sourceVolume, containerPath, readOnly }: MountPoint): object {
    return { sourceVolume, containerPath, ...(readOnly === true && { readOnly }) };
}

/** A command that waits for the socket, or asks the daemon, would do so for ever. */
function* leftInCommands({ remaining, written }: MigrationContext): Iterable<Step> {
    for (const container of remaining) {
        const parts = ["entryPoint", "command", "healthCheck"].map((key) => written([...container.path, key]));
        const isLeft = textsIn(parts).some(
            (text) => text !== UNKNOWN && (text.includes(neuronRtdName) || /neuron[\w.-]*\.sock|neuron-cli/.test(text)),
        );
        if (isLeft) {
            yield {
                text: `take out of the command of ${label(container)} what it does with the daemon or its socket`,
                sources: [sources.runtime2],
            };
        }
    }
}
