import {
    checkStack,
    defaultConfiguration,
    edited,
    kindOf,
    migrateToLibnrt,
    type Edit,
    type Finding,
    type Migration,
} from "../../checks";
import type { NeuronInstanceType } from "../../contract";
import type { Document, Place } from "../input/document";
import { cloudFormationFormat } from "../input/formats/cloudformation";
import { literalProperties } from "../input/formats/cloudformation/literal";
import { containersFormat, ecsFormat } from "../input/formats/ecs";
import type { Part, ReadFile } from "../input/read-file";
import { editedText } from "./json-text";

/** What a migration makes of one task definition of a file. */
export interface MigratedDefinition {
    /** The id of the resource. */
    readonly id: string;
    readonly place: Place;
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
    return file.parts.flatMap((part) => {
        const found = new Map<string, MigratedDefinition>();
        for (const document of part.variants) {
            for (const { id, type: kind, properties } of document.resources) {
                const place = document.places.get(id);
                const key = JSON.stringify(place);
                if (place !== undefined && kindOf(kind) === "taskDefinition" && !found.has(key)) {
                    found.set(key, migratedDefinition(file, part, document, { id, place, properties }, type));
                }
            }
        }
        return [...found.values()];
    });
}

function migratedDefinition(
    { isJson }: ReadFile,
    { parsed }: Part,
    { format }: Document,
    { id, place, properties }: { readonly id: string; readonly place: Place; readonly properties: object },
    type: NeuronInstanceType | undefined,
): MigratedDefinition {
    const isTemplate = format === cloudFormationFormat;
    const isList = format === containersFormat;
    const data = isTemplate ? valueAt(parsed.data, place) : properties;
    const migration = migrateToLibnrt(isTemplate ? literalProperties(data as object) : properties, type);
    const isWritable = isJson && (isTemplate || isList || format === ecsFormat);
    if (migration.kind !== "migrated") {
        return { id, place, migration, inFile: [], isWritable, elsewhere: [], containers: undefined };
    }
    const { edits, changes } = migration;
    const ofContainers = ({ path }: Edit) => path[0] === containers;
    const inFile = isList
        ? edits.filter(ofContainers).map((edit) => ({ ...edit, path: edit.path.slice(1) }))
        : isWritable
          ? edits
          : [];
    const isInFile = isWritable && !isList;
    const after = edits.reduce<object>((before, edit) => edited(before, edit), data as object);
    return {
        id,
        place,
        migration,
        inFile,
        isWritable,
        elsewhere: isInFile
            ? []
            : changes.filter((change) => !change.edits.every(ofContainers)).map(({ note }) => note),
        containers: containersIn(after),
    };
}

function valueAt(data: unknown, place: Place): unknown {
    return place.reduce<unknown>((holder, step) => (holder as Record<string | number, unknown>)[step], data);
}

function containersIn(definition: object): unknown {
    const { containerDefinitions, ContainerDefinitions } = definition as Readonly<Record<string, unknown>>;
    const value = containerDefinitions ?? ContainerDefinitions;
    return typeof value === "string" ? (JSON.parse(value) as unknown) : value;
}

/** A file's text with the migrations in it, in its own form. */
export function migratedText(text: string, migrations: readonly MigratedDefinition[]): string {
    return editedText(
        text,
        migrations.map(({ place, inFile }) => ({ place, edits: inFile })),
    );
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
