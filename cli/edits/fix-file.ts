import { repair, type Change, type Configuration, type Path } from "../../checks";
import { cloudFormationFormat } from "../input/formats/cloudformation";
import { ecsFormat } from "../input/formats/ecs";
import type { ReadFile } from "../input/read-file";
import { barriersOf, definitionsIn, type WrittenDefinition } from "./definitions-in";
import { editedFile, type FileEdits } from "./edited-file";
import { NotWritten, replaceFile } from "./replace-file";

/** What a repair makes of one task definition of a file. */
export interface RepairedDefinition extends WrittenDefinition {
    readonly changes: readonly Change[];
    /** Why a property cannot be edited with certainty; undefined where it can. */
    readonly barrier: (path: Path) => string | undefined;
}

const formats = [ecsFormat, cloudFormationFormat];

/**
 * The repairs of the task definitions of ECS and of CloudFormation in a file, where there is exactly one right answer,
 * and where what is edited is no result of something that stands elsewhere.
 */
export function repairsOf(file: ReadFile, configuration: Configuration): readonly RepairedDefinition[] {
    const last = known.get(file);
    const repairs = last?.configuration === configuration ? last.repairs : newRepairsOf(file, configuration);
    known.set(file, { configuration, repairs });
    return repairs;
}

/** The stacks that a template can become have the same repairs. */
const known = new WeakMap<
    ReadFile,
    { readonly configuration: Configuration; readonly repairs: readonly RepairedDefinition[] }
>();

function newRepairsOf(file: ReadFile, configuration: Configuration): readonly RepairedDefinition[] {
    const definitions = definitionsIn(file).filter(({ format }) => formats.includes(format));
    if (definitions.length === 0) {
        return [];
    }
    const barriers = barriersOf(file);
    const repairs = definitions.map((definition) => {
        const { id, certain } = definition;
        const barrier = (path: Path) => barriers(definition, path);
        const isEditable = ({ path }: { readonly path: Path }) => barrier(path) === undefined;
        return { ...definition, barrier, ...repair({ id, definition: certain, isEditable }, configuration) };
    });
    return editedFile(file, repairs.map(editsOf)) === undefined
        ? repairs.map((one) => onlyCertain(file, one))
        : repairs;
}

/** Without changes, where the form of the file is one in which they cannot be written. */
function onlyCertain(file: ReadFile, repaired: RepairedDefinition): RepairedDefinition {
    const text = editedFile(file, [editsOf(repaired)]);
    return text !== undefined
        ? repaired
        : { ...repaired, changes: [], barrier: () => "its form here is an unusual one" };
}

export function editsOf({ part, place, changes }: Pick<RepairedDefinition, "part" | "place" | "changes">): FileEdits {
    return { part, place, edits: changes.flatMap(({ edits }) => edits) };
}

/** A file's text with repairs in it, in its own form. */
export function repairedText(file: ReadFile, repairs: readonly Parameters<typeof editsOf>[0][]): string {
    return editedFile(file, repairs.map(editsOf)) ?? file.text;
}

/**
 * Repairs the task definitions of a file in place.
 *
 * @throws NotWritten when there is something to repair, and the file stays as it was
 */
export function fixFile(path: string, file: ReadFile, configuration: Configuration): readonly Change[] {
    const repairs = repairsOf(file, configuration);
    const changes = repairs.flatMap((one) => one.changes);
    if (changes.length > 0) {
        if (file.encoding !== "UTF-8") {
            throw new NotWritten(`it is written in ${file.encoding}; save it as UTF-8 first`);
        }
        replaceFile(path, repairedText(file, repairs));
    }
    return changes;
}
