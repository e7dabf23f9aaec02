import { UNKNOWN, type SourceResource } from "../../../checks";
import { field, isFields, type Document, type Place } from "../document";

/** The key by which Pulumi's states mark values that are not plain, and its values for secrets and outputs. */
const signature = "4dabf18193072939515e22adb298388d";
const secret = "1b47061264138c4ac30d75fd1eb44270";
const output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** Texts that stand for what is not known: of a preview, and where the engine does not decrypt. */
const unknownTexts: readonly unknown[] = ["04da6b54-80e4-46f7-96ec-b56ff0331ba9", "[secret]"];
const mostDepth = 32;

/** A Pulumi state, as `pulumi stack export` writes it. */
export function readPulumiState(data: unknown): Document | undefined {
    const resources = field(data, "deployment", "resources");
    if (!Array.isArray(resources)) {
        return undefined;
    }
    const places = new Map<string, Place>();
    const read = resources.flatMap((resource: unknown, index): SourceResource[] => {
        const [urn, type, inputs] = [field(resource, "urn"), field(resource, "type"), field(resource, "inputs")];
        if (typeof urn !== "string" || typeof type !== "string" || field(resource, "delete") === true) {
            return [];
        }
        places.set(urn, ["deployment", "resources", index, "inputs"]);
        const identifiers = [
            field(resource, "id"),
            field(resource, "outputs", "arn"),
            field(resource, "outputs", "name"),
        ];
        return [
            {
                id: urn,
                type,
                properties: plain(isFields(inputs) ? inputs : {}, 0) as Record<string, unknown>,
                identifiers: identifiers.filter((one) => typeof one === "string"),
                dependencies: dependencies(field(resource, "propertyDependencies")),
                ...parentOf(field(resource, "parent")),
            },
        ];
    });
    return { format: "Pulumi state", resources: read, places };
}

function parentOf(parent: unknown): { parent?: string } {
    return typeof parent === "string" ? { parent } : {};
}

function dependencies(value: unknown): Record<string, readonly string[]> {
    return Object.fromEntries(
        Object.entries(isFields(value) ? value : {}).map(([property, urns]) => [
            property,
            Array.isArray(urns) ? urns.map(String) : [],
        ]),
    );
}

/** Secrets are encrypted, and so not known, unless the state was exported with them in plain text. */
function plain(value: unknown, depth: number): unknown {
    if (depth > mostDepth) {
        return UNKNOWN;
    }
    if (Array.isArray(value)) {
        return value.map((item) => plain(item, depth + 1));
    }
    if (!isFields(value)) {
        return unknownTexts.includes(value) ? UNKNOWN : value;
    }
    switch (field(value, signature)) {
        case undefined:
            break;
        case secret:
            return decrypted(field(value, "plaintext"), depth);
        case output:
            return Object.hasOwn(value, "value") ? plain(value["value"], depth + 1) : UNKNOWN;
        default:
            // A file, or another resource.
            return UNKNOWN;
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, depth + 1)]));
}

function decrypted(plaintext: unknown, depth: number): unknown {
    try {
        return typeof plaintext === "string" ? plain(JSON.parse(plaintext), depth + 1) : UNKNOWN;
    } catch {
        return UNKNOWN;
    }
}
