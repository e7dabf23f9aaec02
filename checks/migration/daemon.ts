import { known, UNKNOWN } from "../../ecs/known";
import type { Container } from "../../ecs/task/task-definition";
import type { Edit } from "../fixes/fix";
import { label } from "../phrasing/names";
import { NotMigrated, takingOut, type MigrationContext, type Step } from "./step";

/** The daemon's container goes, with what others say of it. @throws NotMigrated where no other is essential */
export function* removeDaemon(context: MigrationContext): Iterable<Step> {
    const { sidecar, remaining } = context;
    yield { edits: [{ path: sidecar.path, remove: true }], note: `${label(sidecar)} is gone` };
    for (const container of remaining) {
        yield* inTurn(container, context);
        yield* withoutLink(container, context);
    }
    if (remaining.every(({ essential }) => essential === false)) {
        const [first, ...others] = context.models;
        if (first === undefined || others.length > 0) {
            throw new NotMigrated(
                `${label(sidecar)} alone is essential, and one container must be: set essential of ` +
                    `${context.models.map(label).join(" or ")} first`,
            );
        }
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
    const sidecarPath = [...sidecar.path, "dependsOn"];
    const inherited = known(sidecar.dependsOn, sidecarPath).flatMap((dependency) => {
        const value = {
            containerName: known(dependency.containerName, sidecarPath),
            condition: known(dependency.condition, sidecarPath),
        };
        const index = dependencies.findIndex(({ containerName }) => containerName === value.containerName);
        const edit: Edit =
            index === -1
                ? { path, value, append: true }
                : { path: [...path, index, "condition"], value: value.condition };
        const isWaitedFor =
            index !== -1 && !isWeaker(known(dependencies[index]?.condition ?? "", path), value.condition);
        return isWaitedFor || value.containerName === container.name ? [] : [{ name: value.containerName, edit }];
    });
    yield {
        edits: [
            ...inherited.map(({ edit }) => edit),
            ...takingOut(path, dependencies.length + inherited.length, indexes),
        ],
        note: `${label(container)} no longer waits for ${label(sidecar)}${
            inherited.length === 0 ? "" : `, but for ${inherited.map((one) => JSON.stringify(one.name)).join(" and ")}`
        }`,
    };
}

/** Whether a container that waits by one condition may start before another condition holds. */
function isWeaker(condition: string, other: string): boolean {
    return condition !== other && (condition === "START" || (condition === "COMPLETE" && other === "SUCCESS"));
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
