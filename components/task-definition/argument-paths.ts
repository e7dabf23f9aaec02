import type { Path } from "../../ecs/path";

/** A container of the arguments, and where it stands. */
interface Given {
    readonly path: string;
    readonly value: unknown;
}

/** Where the properties of a task definition come from, that a component rendered from its arguments. */
export class ArgumentPaths {
    /**
     * @param given the containers of the arguments, in the order of the definition's
     * @param rendered the container definitions
     */
    constructor(
        private readonly given: readonly Given[],
        private readonly rendered: readonly unknown[],
    ) {}

    /** The argument from which a property comes. */
    of([property, index, name, item, ...more]: Path): string {
        const container = property === "containerDefinitions" ? this.given[index as number] : undefined;
        if (container === undefined || name === undefined) {
            return container?.path ?? (property === "containerDefinitions" ? "containers" : String(property));
        }
        const at = typeof item === "number" ? item - this.ownItems(index as number, name) : item;
        return pathText(container.path, [name, at, ...more]);
    }

    /** Whether an item of a container's list comes from the arguments, and is not the component's own. */
    isGiven([, index, name, item]: Path): boolean {
        return (item as number) >= this.ownItems(index as number, name as string);
    }

    /** How many items the component itself puts before those of a list. */
    private ownItems(index: number, name: string | number): number {
        return name === "dependsOn" || name === "mountPoints"
            ? lengthOf(this.rendered[index], name) - lengthOf(this.given[index]?.value, name)
            : 0;
    }
}

function lengthOf(container: unknown, name: string): number {
    const list = (container as Readonly<Record<string, unknown>>)[name];
    return Array.isArray(list) ? list.length : 0;
}

function pathText(start: string, steps: readonly (string | number | undefined)[]): string {
    return steps
        .filter((step) => step !== undefined)
        .reduce<string>((path, step) => (typeof step === "number" ? `${path}[${step}]` : `${path}.${step}`), start);
}
