import { UNKNOWN } from "../../../../checks";
import { field, isFields, type Fields } from "../../document";
import { defaultCase } from "./case";
import { importedId, nestedOutput, nestedParameter, type Export } from "./exports";
import { withoutDefaults, withParameters, type GivenValue, type GivenValues } from "./given-parameters";
import { isScalar } from "./list-functions";
import type { Nesting } from "./nested";
import { Resolver } from "./resolver";

/** What a nested stack gets for a parameter: a value, or a resource of its parent. */
type Given = GivenValue | Export;

/**
 * What templates give to their nested stacks, and get from them. Of a parameter that several give in different ways,
 * or that a stack may give of which no template is told, the value is not known.
 */
export class NestedStacks {
    private readonly found = new Map<string, ReadonlyMap<string, Given>>();
    private readonly entered = new Set<string>();

    /**
     * @param templateAt the template in a file, as it stands there
     * @param parameters the values that are given on the command line
     */
    constructor(
        private readonly nestings: readonly Nesting[],
        private readonly templateAt: (file: string) => unknown,
        private readonly parameters: GivenValues,
    ) {}

    /** The values of the parameters of the template in a file. */
    valuesOf(file: string): GivenValues {
        const given = [...this.givenTo(file)].map(([name, one]) => [name, isExport(one) ? UNKNOWN : one] as const);
        return { ...Object.fromEntries(given), ...this.parameters };
    }

    /** The template in a file, with the values of its parameters. */
    templateOf(file: string): unknown {
        const template = this.templateAt(file);
        return isFields(template) ? withParameters(template, this.valuesOf(file)) : template;
    }

    /** The resources behind the parameters of the template in a file, and behind the outputs of those nested in it. */
    entriesOf(file: string): readonly (readonly [string, Export])[] {
        const parameters = [...this.givenTo(file)].flatMap(([name, one]) =>
            isExport(one) ? [[nestedParameter(file, name), one] as const] : [],
        );
        return [...parameters, ...this.outputsIn(file, () => true)];
    }

    /** The resources behind the outputs of the stacks that are nested in the template in a file. */
    private outputsIn(file: string, isMeant: (id: string) => boolean): readonly (readonly [string, Export])[] {
        return this.nestings.flatMap(({ parent, id, child }) =>
            parent !== file || child === undefined || !isMeant(id)
                ? []
                : Object.entries(fieldsAt(this.templateAt(child), "Outputs")).flatMap(([name, output]) => {
                      const got = this.resourceIn(child, this.templateOf(child), field(output, "Value"));
                      return got === undefined ? [] : [[nestedOutput(file, `${id}.Outputs.${name}`), got] as const];
                  }),
        );
    }

    /** What a value is, as far as one resource alone went into it: of its template, or of one nested in that. */
    private resourceIn(file: string, template: unknown, value: unknown): Export | undefined {
        const text = JSON.stringify(value) ?? "";
        const outputs = new Map(this.outputsIn(file, (id) => text.includes(id)));
        const [resource, ...more] = new Resolver(template, defaultCase, outputs, file).resolve(value).resources;
        const isOne = resource !== undefined && more.length === 0;
        const nested = isOne && [...outputs.values()].find((one) => importedId(one) === resource);
        return isOne ? nested || { file, template, resource } : undefined;
    }

    private givenTo(file: string): ReadonlyMap<string, Given> {
        const known = this.found.get(file);
        if (known !== undefined) {
            return known;
        }
        const declared = Object.entries(fieldsAt(this.templateAt(file), "Parameters"));
        // A template that nests itself is none.
        const isEndless = this.entered.has(file);
        this.entered.add(file);
        const ways = isEndless ? [] : this.waysOf(file, declared);
        this.entered.delete(file);
        const given = declared.flatMap(([name, parameter]): (readonly [string, Given])[] => {
            const values = ways.map((way) => way.get(name) ?? usualOf(parameter));
            const isGiven = isEndless || ways.some((way) => way.has(name));
            return isGiven ? [[name, agreed(values)]] : [];
        });
        const found = new Map(given);
        if (!isEndless) {
            this.found.set(file, found);
        }
        return found;
    }

    /** What each of those that nest a template, or may, gives it; and what it has where nobody is known to. */
    private waysOf(
        file: string,
        declared: readonly (readonly [string, unknown])[],
    ): readonly ReadonlyMap<string, Given>[] {
        const names = new Set(declared.map(([name]) => name));
        const needed = declared.filter(([, parameter]) => field(parameter, "Default") === undefined);
        const takes = ({ given }: Nesting) =>
            Object.keys(given).every((name) => names.has(name)) && needed.every(([name]) => Object.hasOwn(given, name));
        const known = this.nestings.filter(({ child }) => child === file);
        const perhaps = this.nestings.filter((one) => one.child === undefined && one.parent !== file && takes(one));
        const alone = known.length === 0 ? [new Map<string, Given>()] : [];
        return [...alone, ...[...known, ...perhaps].map((one) => this.givenBy(one))];
    }

    private givenBy({ parent, given }: Nesting): ReadonlyMap<string, Given> {
        const template = this.templateOf(parent);
        const entries = Object.entries(given).map(
            ([name, value]) => [name, this.resourceIn(parent, template, value) ?? valueIn(template, value)] as const,
        );
        return new Map(entries);
    }
}

function valueIn(template: unknown, value: unknown): GivenValue {
    const fixed = new Resolver(withoutDefaults(template), defaultCase).resolve(value).value;
    if (isScalar(fixed)) {
        return String(fixed);
    }
    const usual = new Resolver(template, defaultCase).resolve(value).value;
    return isScalar(usual) ? { usual: String(usual) } : UNKNOWN;
}

/** What a parameter is that nobody gives one. */
function usualOf(parameter: unknown): GivenValue {
    const value = field(parameter, "Default");
    return isScalar(value) ? { usual: String(value) } : UNKNOWN;
}

/** What all give. */
function agreed(values: readonly Given[]): Given {
    const [first = UNKNOWN, ...others] = values;
    const isOne = others.every((one) => textOf(one) === textOf(first));
    return isOne ? (values.find((one) => typeof one === "object") ?? first) : UNKNOWN;
}

/** What tells a value from others, however sure it is. */
function textOf(given: Given): unknown {
    const value = isExport(given) ? importedId(given) : typeof given === "object" ? given.usual : given;
    return isExport(given) || typeof value === "symbol" ? value : JSON.stringify(value);
}

function isExport(given: Given): given is Export {
    return typeof given === "object" && "resource" in given;
}

function fieldsAt(value: unknown, key: string): Fields {
    const found = field(value, key);
    return isFields(found) ? found : {};
}
