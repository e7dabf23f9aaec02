import { UNKNOWN, type SourceResource } from "../../../checks";
import { field, isFields, type Document, type Place } from "../document";

/** The key by which Pulumi's states mark values that are not plain, and its values for secrets and outputs. */
const signature = "4dabf18193072939515e22adb298388d";
const secret = "1b47061264138c4ac30d75fd1eb44270";
const output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** Texts that stand for what is not known: of a preview, and where the engine does not decrypt. */
const unknownTexts: readonly unknown[] = ["04da6b54-80e4-46f7-96ec-b56ff0331ba9", "[secret]"];
const mostDepth = 32;

/** A resource as Pulumi records it, its inputs, and their place in the file; of some, there are several. */
interface Recorded {
    readonly record: unknown;
    readonly inputs: unknown;
    readonly place: Place;
    readonly otherPlaces?: readonly Place[];
}

/**
 * What Pulumi writes of a stack: its state, as `pulumi stack export` does, what it will be, as `pulumi preview --json`
 * does, or a plan, as `pulumi preview --save-plan` does.
 */
export function readPulumiState(data: unknown): Document | undefined {
    const [format, recorded] =
        exported(data) ?? previewed(data) ?? planned(data) ?? ([undefined, []] as readonly [undefined, Recorded[]]);
    if (format === undefined) {
        return undefined;
    }
    const places = new Map<string, Place>();
    const others = new Map<string, readonly Place[]>();
    const read = new Map<string, SourceResource>();
    for (const { record, inputs, place, otherPlaces } of recorded) {
        const [urn, type] = [field(record, "urn"), field(record, "type")];
        if (typeof urn !== "string" || typeof type !== "string" || field(record, "delete") === true) {
            continue;
        }
        places.set(urn, place);
        if (otherPlaces !== undefined) {
            others.set(urn, otherPlaces);
        }
        const identifiers = [field(record, "id"), field(record, "outputs", "arn"), field(record, "outputs", "name")];
        // Of a replacement there are several steps; the last one says what there will be.
        read.set(urn, {
            id: urn,
            type,
            properties: plain(isFields(inputs) ? inputs : {}, 0) as Record<string, unknown>,
            identifiers: identifiers.filter(
                (one) => typeof one === "string" && !unknownTexts.includes(one),
            ) as string[],
            dependencies: dependencies(field(record, "propertyDependencies")),
            ...parentOf(field(record, "parent")),
        });
    }
    const choices = { stepsFrom, isNothing: () => false };
    return { format, resources: [...read.values()], places, otherPlaces: others, choices };
}

type Records = readonly [format: string, recorded: readonly Recorded[]];

function exported(data: unknown): Records | undefined {
    const resources = field(data, "deployment", "resources");
    return Array.isArray(resources)
        ? [
              "Pulumi state",
              resources.map((record: unknown, index) => ({
                  record,
                  inputs: field(record, "inputs"),
                  place: ["deployment", "resources", index, "inputs"],
              })),
          ]
        : undefined;
}

/** A step that takes a resource away has no new state. */
function previewed(data: unknown): Records | undefined {
    const steps = field(data, "steps");
    const isPreview = Array.isArray(steps) && steps.every((step) => "urn" in Object(step) && "op" in Object(step));
    return isPreview && steps.length > 0
        ? [
              "Pulumi preview",
              steps.map((step: unknown, index) => ({
                  record: field(step, "newState"),
                  inputs: field(step, "newState", "inputs"),
                  place: ["steps", index, "newState", "inputs"],
              })),
          ]
        : undefined;
}

/** A plan has what changes of the inputs; the rest is in the outputs that it expects. */
function planned(data: unknown): Records | undefined {
    const holder = isFields(field(data, "plan")) ? ["plan", "resourcePlans"] : ["resourcePlans"];
    const plans = field(data, ...holder);
    return isFields(plans)
        ? [
              "Pulumi plan",
              Object.entries(plans).map(([urn, plan]) => {
                  const goal = field(plan, "goal");
                  // A property that stays as it is stands in the state alone.
                  const parts = [["state"], ["goal", "inputDiff", "updates"], ["goal", "inputDiff", "adds"]] as const;
                  return {
                      record: isFields(goal) ? { ...goal, urn } : undefined,
                      inputs: Object.assign(
                          {},
                          ...parts.map((part) => field(plan, ...part)).filter(isFields),
                      ) as unknown,
                      place: [...holder, urn, ...parts[2]],
                      otherPlaces: [parts[1], parts[0]].map((part) => [...holder, urn, ...part]),
                  };
              }),
          ]
        : undefined;
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

/** The steps from a value that is marked to what is taken of it. */
function stepsFrom(node: unknown): Place {
    const key = markedValues.get(field(node, signature));
    return key === undefined || field(node, key) === undefined ? [] : [key, ...stepsFrom(field(node, key))];
}

const markedValues: ReadonlyMap<unknown, string> = new Map([
    [secret, "plaintext"],
    [output, "value"],
]);

function decrypted(plaintext: unknown, depth: number): unknown {
    try {
        return typeof plaintext === "string" ? plain(JSON.parse(plaintext), depth + 1) : UNKNOWN;
    } catch {
        return UNKNOWN;
    }
}
