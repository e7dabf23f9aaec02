import { known, UNKNOWN } from "../../ecs/known";
import type { Container } from "../../ecs/task/task-definition";
import type { Edit } from "../fixes/fix";
import { label } from "../phrasing/names";
import { takingOut, type MigrationContext, type Step } from "./step";

/** The daemon's container goes, with what other containers say of it. */
export function* removeDaemon(context: MigrationContext): Iterable<Step> {
    const { sidecar, remaining } = context;
    yield { edits: [{ path: sidecar.path, remove: true }], note: `${label(sidecar)} is gone` };
    for (const container of remaining) {
        yield* inTurn(container, context);
        yield* withoutLink(container, context);
    }
    const [first, ...others] = context.models;
    if (first !== undefined && others.length === 0 && remaining.every(({ essential }) => essential === false)) {
        yield {
            edits: [{ path: [...first.path, "essential"], value: true }],
            note: `${label(first)} is essential now, as one container must be`,
        };
    }
}

/** Who waited for the daemon now waits for what the daemon waited for. */
function* inTurn(container: Container, { sidecar }: MigrationContext): Iterable<Step> {
    const path = [...container.path, "dependsOn"];
    const dependencies = known(container.dependsOn, path);
    const name = known(sidecar.name, sidecar.path, "name");
    const indexes = dependencies.flatMap(({ containerName }, index) =>
        known(containerName, path) === name ? [index] : [],
    );
    if (indexes.length === 0) {
        return;
    }
    const own = new Set(dependencies.map(({ containerName }) => containerName));
    const sidecarPath = [...sidecar.path, "dependsOn"];
    const inherited = known(sidecar.dependsOn, sidecarPath).filter(
        ({ containerName }) => !own.has(known(containerName, sidecarPath)) && containerName !== container.name,
    );
    const additions = inherited.map(({ containerName, condition }): Edit => {
        const value = { containerName, condition: known(condition, sidecarPath) };
        return { path, value, append: true };
    });
    yield {
        edits: [...additions, ...takingOut(path, dependencies.length + additions.length, indexes)],
        note: `${label(container)} no longer waits for ${label(sidecar)}${
            additions.length === 0
                ? ""
                : `, but for ${inherited.map(({ containerName }) => JSON.stringify(containerName)).join(" and ")}`
        }`,
    };
}

/** ECS refuses a link to a container that is not there. */
function* withoutLink(container: Container, { sidecar, written }: MigrationContext): Iterable<Step> {
    const path = [...container.path, "links"];
    const links = written(path);
    if (!Array.isArray(links)) {
        return;
    }
    const indexes = links.flatMap((link: unknown, index) => {
        const text = known(link === UNKNOWN ? UNKNOWN : String(link), path);
        return text.split(":")[0] === sidecar.name ? [index] : [];
    });
    if (indexes.length > 0) {
        yield {
            edits: takingOut(path, links.length, indexes),
            note: `${label(container)} has no link to ${label(sidecar)} any more`,
        };
    }
}
