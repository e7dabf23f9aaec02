import { Aws } from "./aws";
import { describeError, isGone } from "./aws-error";
import { autoName, nameFromPrefix } from "./auto-name";
import { checkInputs, isObject } from "./check-inputs";
import { type Configuration, parseConfiguration } from "./configuration";
import { differences } from "./differences";
import type { Failure } from "./failure";
import { functions } from "./functions";
import type { Values } from "./property";
import type { ResourceType } from "./resource-type";
import { resourceTypes } from "./resource-types";
import { afterCreate, inputsAfterRead, planned } from "./state";
import { holdsUnknown, unknown } from "./unknown";

export interface Urn {
    readonly type: string;
    readonly name: string;
}

export interface CheckResult {
    readonly inputs: Values;
    readonly failures: readonly Failure[];
}

export interface DiffResult {
    readonly changed: string[];
    readonly replaces: string[];
    readonly deleteBeforeReplace: boolean;
}

/** A resource that exists in AWS although creating it did not come to its end. */
export class InitializationError extends Error {
    constructor(
        readonly id: string,
        readonly state: Values,
        message: string,
    ) {
        super(message);
    }
}

/** The inputs that the provider has filled in, as Pulumi's provider keeps them in the state. */
const defaultsKey = "__defaults";

/** The stand-in: what Pulumi's aws provider does, for the types that this project uses, against an emulator. */
export class AwsProvider {
    private configuration: Configuration | undefined;
    private readonly regions = new Map<string, Aws>();

    configure(args: Values, environment: NodeJS.ProcessEnv): void {
        this.configuration = parseConfiguration(args, environment);
    }

    check(urn: Urn, olds: Values, news: Values, seed: Uint8Array): CheckResult {
        const type = typeOf(urn);
        const { inputs, failures: shape } = checkInputs(type.inputs, news);
        const failures = [...shape];
        const defaults: string[] = [];
        for (const [name, property] of Object.entries(type.inputs)) {
            if (property.default !== undefined && inputs[name] === undefined) {
                inputs[name] = property.default;
                defaults.push(name);
            }
        }
        if (type.autoName !== undefined && inputs["name"] === undefined && inputs["namePrefix"] === undefined) {
            const kept = generatedNameOf(olds);
            try {
                inputs["name"] = kept ?? autoName(urn.name, type.autoName, seed);
                defaults.push("name");
            } catch (error) {
                failures.push({ property: "name", reason: (error as Error).message });
            }
        }
        failures.push(...(type.check?.(withoutMisshapen(inputs, shape)) ?? []));
        return { inputs: { ...inputs, [defaultsKey]: defaults.sort() }, failures };
    }

    diff(urn: Urn, olds: Values, news: Values, state: Values): DiffResult {
        const type = typeOf(urn);
        const found = differences(type.inputs, olds, news);
        const changed = found.map((one) => one.property);
        if (!changed.includes("tags") && this.differsInTags(type, state, news)) {
            changed.push("tagsAll");
        }
        const always = found.filter((one) => one.replaces || type.update === undefined).map((one) => one.property);
        const replaces = [...new Set([...always, ...(type.replacedBy?.(changed, olds, news) ?? [])])];
        return { changed, replaces, deleteBeforeReplace: replaces.length > 0 && cannotStandBeside(type, olds, news) };
    }

    async create(urn: Urn, inputs: Values, preview: boolean, timeoutSeconds: number): Promise<{ id: string; state: Values }> {
        const type = typeOf(urn);
        const wanted = this.withEffective(type, inputs);
        if (preview) {
            return { id: "", state: planned(type, wanted) };
        }
        if (wanted["name"] === undefined && typeof wanted["namePrefix"] === "string") {
            wanted["name"] = nameFromPrefix(wanted["namePrefix"]);
        }
        const aws = this.aws(wanted);
        const id = await explained(() => type.create(aws, wanted));
        try {
            await type.finish?.(aws, id, wanted, timeoutSeconds);
            return { id, state: await this.stateOf(type, aws, id, wanted) };
        } catch (error) {
            throw new InitializationError(id, { ...wanted, id }, describeError(error));
        }
    }

    async read(urn: Urn, id: string, state: Values, inputs: Values): Promise<{ id: string; state: Values; inputs: Values }> {
        const type = typeOf(urn);
        const aws = this.aws(state);
        const described = await type.read(aws, id, state).catch((error: unknown) => {
            if (isGone(error)) {
                return undefined;
            }
            throw new Error(describeError(error));
        });
        if (described === undefined) {
            return { id: "", state: {}, inputs: {} };
        }
        const region = "region" in type.inputs ? { region: aws.region } : {};
        return { id, state: { ...state, ...described, ...region, id }, inputs: inputsAfterRead(type, inputs, described) };
    }

    async update(urn: Urn, id: string, olds: Values, news: Values, preview: boolean, timeoutSeconds: number): Promise<Values> {
        const type = typeOf(urn);
        const wanted = this.withEffective(type, news);
        if (preview) {
            return planned(type, wanted, { ...olds, id });
        }
        const aws = this.aws(wanted);
        await explained(async () => type.update?.(aws, id, wanted, olds, timeoutSeconds));
        return this.stateOf(type, aws, id, wanted);
    }

    async delete(urn: Urn, id: string, state: Values, timeoutSeconds: number): Promise<void> {
        const type = typeOf(urn);
        try {
            await type.delete(this.aws(state), id, state, timeoutSeconds);
        } catch (error) {
            if (!isGone(error)) {
                throw new Error(describeError(error));
            }
        }
    }

    async invoke(token: string, args: Values): Promise<{ outputs: Values; failures: readonly Failure[] }> {
        const served = functions[token];
        if (served === undefined) {
            throw new Error(`unknown function "${token}": this stand-in of the aws provider serves ${Object.keys(functions).join(", ")}`);
        }
        const { inputs, failures } = checkInputs(served.inputs, args);
        const all = failures.length > 0 ? failures : (served.check?.(inputs) ?? []);
        if (all.length > 0 || holdsUnknown(inputs)) {
            return { outputs: {}, failures: all };
        }
        return { outputs: await explained(() => served.call(this.aws(inputs), inputs)), failures: [] };
    }

    private async stateOf(type: ResourceType, aws: Aws, id: string, wanted: Values): Promise<Values> {
        const described = await type.read(aws, id, wanted);
        if (described === undefined) {
            throw new Error(`AWS does not describe ${id}, which it has just created or updated`);
        }
        return { ...afterCreate(type, wanted, described), id };
    }

    /** The inputs with the values that follow from the provider's own configuration. */
    private withEffective(type: ResourceType, inputs: Values): Values {
        const { [defaultsKey]: _, ...wanted } = inputs;
        if ("region" in type.inputs) {
            wanted["region"] ??= this.configured().region;
        }
        if (type.outputs.includes("tagsAll")) {
            wanted["tagsAll"] = this.tagsAll(wanted);
        }
        return wanted;
    }

    private tagsAll(inputs: Values): unknown {
        const { defaultTags } = this.configured();
        const own = inputs["tags"] ?? {};
        return isObject(own) ? { ...defaultTags, ...own } : own;
    }

    private differsInTags(type: ResourceType, state: Values, news: Values): boolean {
        if (!type.outputs.includes("tagsAll") || state["tagsAll"] === undefined) {
            return false;
        }
        const tagsAll = { kind: "map", element: { kind: "string" } } as const;
        return differences({ tagsAll }, { tagsAll: state["tagsAll"] }, { tagsAll: this.tagsAll(news) }).length > 0;
    }

    private aws(values: Values): Aws {
        const { region: configured, endpoint } = this.configured();
        const region = typeof values["region"] === "string" ? values["region"] : configured;
        const aws = this.regions.get(region) ?? new Aws(endpoint, region);
        this.regions.set(region, aws);
        return aws;
    }

    private configured(): Configuration {
        if (this.configuration === undefined) {
            throw new Error("the aws provider was called before it was configured");
        }
        return this.configuration;
    }
}

function typeOf(urn: Urn): ResourceType {
    const type = resourceTypes[urn.type];
    if (type === undefined) {
        const known = Object.keys(resourceTypes).join(", ");
        throw new Error(`unknown resource type "${urn.type}": this stand-in of the aws provider serves ${known}`);
    }
    return type;
}

/** The inputs as far as their shape is right: what is not, further rules take for a value that is not known yet. */
function withoutMisshapen(inputs: Values, failures: readonly Failure[]): Values {
    const names = failures.map(({ property }) => /^[^.[]*/.exec(property)?.[0] ?? "");
    return { ...inputs, ...Object.fromEntries(names.map((name) => [name, unknown])) };
}

function generatedNameOf(inputs: Values): unknown {
    const defaults = inputs[defaultsKey];
    return Array.isArray(defaults) && defaults.includes("name") ? inputs["name"] : undefined;
}

/** As Pulumi's provider: a name of the program's own that stays the same leaves no room for the replacement. */
function cannotStandBeside(type: ResourceType, olds: Values, news: Values): boolean {
    const samenamed = type.autoName !== undefined && generatedNameOf(news) === undefined && news["name"] !== undefined;
    return type.deleteBeforeReplace === true || (samenamed && news["name"] === olds["name"]);
}

async function explained<Result>(operation: () => Promise<Result>): Promise<Result> {
    try {
        return await operation();
    } catch (error) {
        throw new Error(describeError(error), { cause: error });
    }
}
