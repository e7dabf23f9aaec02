import type { NeuronChip, NeuronInstanceType } from "../../contract";
import type { Container, TaskDefinition } from "../../ecs/task/task-definition";
import type { Path } from "../../ecs/path";
import type { Edit, Fix } from "../fixes/fix";
import type { Source } from "../rules/sources";

/** What a person must do, because nothing in the definition tells it for certain. */
export interface ManualStep {
    readonly text: string;
    readonly sources: readonly Source[];
}

/** One step of a migration: edits of the definition as it was, in any order, or what a person must do. */
export type Step = Fix | ManualStep;

/** A task with its daemon, on the way to the runtime library. */
export interface MigrationContext {
    readonly task: TaskDefinition;
    readonly sidecar: Container;
    readonly models: readonly Container[];
    /** All containers but the daemon's. */
    readonly remaining: readonly Container[];
    /** The type that was asked for; undefined where the task stays on the one that it has. */
    readonly type: NeuronInstanceType | undefined;
    /** The chip on which the task will run. */
    readonly chip: NeuronChip;
    /** The indexes of the devices that the daemon drives, on the new type. */
    readonly devices: readonly number[];
    /** What stands in the definition at a path, beyond what rules read of it. */
    readonly written: (path: Path) => unknown;
}

/** The definition cannot be migrated as it is. */
export class NotMigrated extends Error {}

/** Edits that take items out of a list; the list itself where none is left. */
export function takingOut(path: Path, length: number, indexes: readonly number[]): readonly Edit[] {
    return indexes.length === length && length > 0
        ? [{ path, remove: true }]
        : indexes.map((index) => ({ path: [...path, index], remove: true }));
}

/** Edits in the order in which they can be made: what is taken out moves what stands behind it, and so goes last. */
export function inOrder(edits: readonly Edit[]): readonly Edit[] {
    const isRemoval = ({ remove }: Edit) => remove === true;
    return [
        ...edits.filter((edit) => !isRemoval(edit)),
        ...edits.filter(isRemoval).sort((one, other) => -compared(one.path, other.path)),
    ];
}

/** By the first step in which they differ; what is inside another comes after it. */
function compared(one: Path, other: Path): number {
    const at = one.findIndex((step, index) => step !== other[index]);
    const [step, otherStep] = [one[at], other[at]];
    if (at === -1) {
        return one.length - other.length;
    }
    return otherStep === undefined
        ? 1
        : typeof step === "number" && typeof otherStep === "number"
          ? step - otherStep
          : String(step).localeCompare(String(otherStep));
}
