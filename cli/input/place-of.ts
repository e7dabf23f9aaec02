import type { Property } from "../../checks";
import { field, isFields, stepInto, type Choices, type Document, type Place } from "./document";

/** Where in a file's data the property of a finding stands. */
export interface FoundPlace {
    readonly place: Place;
    /** Whether the property stands in a text, of which the file shows no lines: JSON inside a string. */
    readonly isInText: boolean;
    /** Whether it is the value of a variable of the Neuron contract, which messages quote. */
    readonly isVariable: boolean;
}

/** What is said of a property of a resource. */
interface AboutProperty extends Property {
    readonly resource: string;
}

/**
 * The place of what is said of a property in a document. Where it is another document's, it is that of the resource of
 * which it is said.
 */
export function placeIn(
    { places, otherPlaces, choices }: Pick<Document, "places" | "otherPlaces" | "choices">,
    data: unknown,
    { resource, owner = resource, path, variable }: AboutProperty,
): FoundPlace {
    const base = places.get(owner);
    if (base === undefined) {
        return placeOf(data, places.get(resource) ?? [], { path: [] });
    }
    const all = [base, ...(otherPlaces?.get(owner) ?? [])];
    const holder = all.find((one) => [...one, ...path.slice(0, 1)].every(stepper(data)));
    return placeOf(data, holder ?? base, { path, ...(variable !== undefined && { variable }) }, choices);
}

/** Goes one step after the other through data, as it stands there. */
function stepper(data: unknown): (step: Step) => boolean {
    let node = data;
    return (step) => (node = child(node, step)) !== undefined;
}

/**
 * The place of a property: of its value, or of what lacks it. An object that has a name is shown by it.
 *
 * @param base the place of the resource's properties
 * @param choices what the file takes instead of some of its values
 */
export function placeOf(
    data: unknown,
    base: Place,
    { path, variable }: Property,
    choices: Choices = noChoices,
): FoundPlace {
    const walk = new Walk(data, choices);
    if (!base.every((step) => walk.go(step))) {
        return { place: base, isInText: false, isVariable: false };
    }
    // Rules read the data of a launch template as its properties, and CloudFormation has it in an object of its own.
    if (walk.has("launchTemplateData") && !walk.has(path[0] ?? "")) {
        walk.go("launchTemplateData");
    }
    const isFound = path.every((step) => walk.go(step));
    const isInText = walk.isInText || (typeof walk.node === "string" && !isFound);
    const isVariable = isFound && variable !== undefined && path.at(-1) === "value";
    if (walk.place.length > base.length && isFields(walk.node)) {
        walk.go("name");
    }
    return { place: walk.place, isInText, isVariable };
}

const noChoices: Choices = { stepsFrom: () => [], isNothing: () => false };

type Step = string | number;

/** A way through a file's data, by the steps of a finding's path. */
class Walk {
    readonly place: Step[] = [];
    /** Whether it led into a text of JSON. */
    isInText = false;

    constructor(
        public node: unknown,
        private readonly choices: Choices,
    ) {}

    /** Goes one step, if there is something: in a text of JSON, too, and in the only block of a list. */
    go(step: Step): boolean {
        const taken = this.taken(step);
        const value = taken === undefined ? undefined : child(this.node, taken);
        if (taken === undefined || value === undefined) {
            return (this.enterText() || (typeof step === "string" && this.enterBlock())) && this.go(step);
        }
        this.place.push(taken);
        this.node = value;
        this.choices.stepsFrom(value).forEach((inner) => {
            this.place.push(inner);
            this.node = child(this.node, inner);
        });
        return true;
    }

    private enterText(): boolean {
        if (typeof this.node !== "string") {
            return false;
        }
        try {
            this.node = JSON.parse(this.node) as unknown;
        } catch {
            return false;
        }
        this.isInText = true;
        return true;
    }

    /** Terraform has a list of one block where the API has an object. */
    private enterBlock(): boolean {
        return Array.isArray(this.node) && this.node.length === 1 && isFields(this.node[0]) && this.go(0);
    }

    has(step: Step): boolean {
        return child(this.node, step) !== undefined;
    }

    /** Among the items that stand for something. */
    private taken(step: Step): Step | undefined {
        if (typeof step === "string" || !Array.isArray(this.node)) {
            return step;
        }
        const list: readonly unknown[] = this.node;
        return [...list.keys()].filter((index) => !this.choices.isNothing(list[index]))[step];
    }
}

function child(node: unknown, step: Step): unknown {
    return stepInto(node, step, {
        items: Array.isArray(node) ? (node as readonly unknown[]) : undefined,
        value: (key) => field(node, key),
    });
}
