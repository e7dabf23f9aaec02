import {
    checkStack,
    defaultConfiguration,
    edited,
    migrateToLibnrt,
    type Edit,
    type Finding,
    type Migration,
} from "../../checks";
import type { NeuronInstanceType } from "../../contract";
import { cloudFormationFormat } from "../input/formats/cloudformation";
import { containersFormat, ecsFormat } from "../input/formats/ecs";
import type { ReadFile } from "../input/read-file";
import { barriersOf, definitionsIn, type Barriers, type WrittenDefinition } from "./definitions-in";
import { editedFile } from "./edited-file";

/** What a migration makes of one task definition of a file. */
export interface MigratedDefinition extends Pick<WrittenDefinition, "id" | "part" | "place"> {
    readonly migration: Migration;
    /** The edits that can be made in the file. */
    readonly inFile: readonly Edit[];
    /** Whether all edits of the containers are among them; else the new containers must be put in by hand. */
    readonly isWritable: boolean;
    /** What was done that is not in the file, in words. */
    readonly elsewhere: readonly string[];
    /** The new container definitions. */
    readonly containers: unknown;
}

const containers = "containerDefinitions";

/** The task definitions of a file, each with its migration. */
export function migrationsOf(file: ReadFile, type: NeuronInstanceType | undefined): readonly MigratedDefinition[] {
    const definitions = definitionsIn(file);
    const barriers = definitions.length === 0 ? () => undefined : barriersOf(file);
    // A loop makes several of one.
    const each = new Map<string, WrittenDefinition>();
    for (const one of definitions) {
        const key = JSON.stringify([one.part, one.place]);
        each.set(key, each.get(key) ?? one);
    }
    return [...each.values()].map((one) => migratedDefinition(file, one, barriers, type));
}

function migratedDefinition(
    file: ReadFile,
    definition: WrittenDefinition,
    barriers: Barriers,
    type: NeuronInstanceType | undefined,
): MigratedDefinition {
    const { id, part, place, format, data, certain } = definition;
    const isList = format === containersFormat;
    const migration = migrateToLibnrt(certain, type);
    const isOfFormat = isList || format === cloudFormationFormat || format === ecsFormat;
    if (migration.kind !== "migrated") {
        const nothing = { inFile: [], isWritable: isOfFormat, elsewhere: [], containers: undefined };
        return { id, part, place, migration, ...nothing };
    }
    const { edits, changes } = migration;
    const ofContainers = ({ path }: Edit) => path[0] === containers;
    const own = isList ? edits.filter(ofContainers).map((edit) => ({ ...edit, path: edit.path.slice(1) })) : edits;
    const isWritable =
        isOfFormat &&
        own.every(({ path }) => barriers(definition, path) === undefined) &&
        editedFile(file, [{ part, place, edits: own }]) !== undefined;
    const isInFile = isWritable && !isList;
    const after = edits.reduce<object>((before, edit) => edited(before, edit), data);
    return {
        id,
        part,
        place,
        migration,
        inFile: isWritable ? own : [],
        isWritable,
        elsewhere: isInFile
            ? []
            : changes.filter((change) => !change.edits.every(ofContainers)).map(({ note }) => note),
        containers: containersIn(after),
    };
}

function containersIn(definition: object): unknown {
    const { containerDefinitions, ContainerDefinitions } = definition as Readonly<Record<string, unknown>>;
    const value = containerDefinitions ?? ContainerDefinitions;
    return typeof value === "string" ? (JSON.parse(value) as unknown) : value;
}

/** A file's text with the migrations in it, in its own form. */
export function migratedText(file: ReadFile, migrations: readonly MigratedDefinition[]): string {
    const edits = migrations.map(({ part, place, inFile }) => ({ part, place, edits: inFile }));
    return editedFile(file, edits) ?? file.text;
}

/** What rules find in a file with its migrations: mandatory findings on what was migrated, and what starts it. */
export function findingsAfter(file: ReadFile, migrations: readonly MigratedDefinition[]): readonly Finding[] {
    const migrated = new Map(
        migrations.flatMap(({ id, migration }) => (migration.kind === "migrated" ? [[id, migration.definition]] : [])),
    );
    const found = new Map<string, Finding>();
    for (const document of file.parts.flatMap(({ variants }) => variants)) {
        const resources = document.resources.map((resource) => ({
            ...resource,
            properties: (migrated.get(resource.id) ?? resource.properties) as typeof resource.properties,
        }));
        for (const finding of checkStack(resources, defaultConfiguration).findings) {
            if (finding.kind === "violation" && finding.level === "mandatory") {
                found.set(JSON.stringify([finding.resource, finding.rule, finding.path]), finding);
            }
        }
    }
    return [...found.values()];
}
