import { field, isFields, itemsOf, type Fields, type Place, type Warning } from "../../document";
import { defaultCase } from "./case";
import { Resolver } from "./resolver";

const prefix = "Fn::ForEach::";
/** More than a template can hold: loops in loops make a small file large. */
const maxTurns = 10_000;

/** A template without loops. */
export interface Expanded {
    readonly template: Fields;
    /** Where each of its resources stands in the file. */
    readonly places: ReadonlyMap<string, Place>;
    readonly warnings: readonly Warning[];
}

/** Writes out the loops of a template, as the transform AWS::LanguageExtensions does. */
export function withoutLoops(template: Fields): Expanded {
    const loops = new Loops(template);
    const resources = loops.entries(field(template, "Resources"), ["Resources"]);
    const others = Object.entries(template).filter(([key]) => key !== "Resources");
    return {
        template: {
            ...Object.fromEntries(others.map(([key, value]) => [key, loops.expanded(value, [key])])),
            Resources: Object.fromEntries(resources.map(({ key, value }) => [key, value])),
        },
        places: new Map(resources.map(({ key, place }) => [key, place])),
        warnings: loops.warnings,
    };
}

interface Entry {
    readonly key: string;
    readonly value: unknown;
    readonly place: Place;
}

class Loops {
    readonly warnings: Warning[] = [];
    private readonly resolver: Resolver;
    private turns = 0;

    constructor(template: Fields) {
        this.resolver = new Resolver(template, defaultCase);
    }

    expanded(value: unknown, place: Place): unknown {
        return Array.isArray(value)
            ? value.map((item, index) => this.expanded(item, [...place, index]))
            : isFields(value)
              ? Object.fromEntries(this.entries(value, place).map((entry) => [entry.key, entry.value]))
              : value;
    }

    entries(fields: unknown, place: Place): readonly Entry[] {
        return Object.entries(isFields(fields) ? fields : {}).flatMap(([key, value]): readonly Entry[] => {
            const at = [...place, key];
            return key.startsWith(prefix)
                ? this.entriesOfLoop(value, at)
                : [{ key, value: this.expanded(value, at), place: at }];
        });
    }

    private entriesOfLoop(loop: unknown, place: Place): readonly Entry[] {
        const [identifier, given, body] = itemsOf(loop);
        const { value: collection } = this.resolver.resolve(given);
        if (typeof identifier !== "string" || !isFields(body) || !isTexts(collection)) {
            this.warn(place, `what ${String(place.at(-1))} makes is not checked: over what it goes is not known`);
            return [];
        }
        return collection.flatMap((item) => {
            if (++this.turns > maxTurns) {
                this.warn(place, `no more than ${maxTurns} turns of the loops are checked`);
                return [];
            }
            return Object.entries(body).flatMap(([key, value]) => {
                const inside = [...place, 2];
                const entries = this.entries(withVariable({ [key]: value }, identifier, item), inside);
                // In the file the key still has the variable.
                return entries.map((entry) => ({
                    ...entry,
                    place: [...inside, key, ...entry.place.slice(inside.length + 1)],
                }));
            });
        });
    }

    private warn(place: Place, text: string): void {
        if (!this.warnings.some((one) => one.text === text)) {
            this.warnings.push({ place, text });
        }
    }
}

function isTexts(value: unknown): value is readonly string[] {
    return Array.isArray(value) && value.every((item) => typeof item === "string" || typeof item === "number");
}

/** `${Name}` and `&{Name}`, which leaves only letters and digits, in texts and keys; and `{"Ref": "Name"}`. */
function withVariable(value: unknown, name: string, item: string | number): unknown {
    const text = String(item);
    const replaced = (before: string) =>
        before.replaceAll(`\${${name}}`, text).replaceAll(`&{${name}}`, text.replace(/[^A-Za-z0-9]/g, ""));
    if (typeof value === "string") {
        return replaced(value);
    }
    if (Array.isArray(value)) {
        return value.map((one) => withVariable(one, name, item));
    }
    if (!isFields(value)) {
        return value;
    }
    return field(value, "Ref") === name && Object.keys(value).length === 1
        ? text
        : Object.fromEntries(Object.entries(value).map(([key, one]) => [replaced(key), withVariable(one, name, item)]));
}
