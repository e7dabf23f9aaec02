import { Aws } from "./aws";
import { describeError, isGone, unlessGone } from "./aws-error";
import { nameFromPrefix } from "./auto-name";
import { checkInputs } from "./check-inputs";
import { type CheckResult, checkResource, defaultsKey } from "./check-resource";
import { type Configuration, parseConfiguration } from "./configuration";
import { diffResource, type DiffResult } from "./diff-resource";
import type { Failure } from "./failure";
import { functions } from "./functions";
import { type Values, without } from "./property";
import type { ResourceType } from "./resource-type";
import { resourceTypes } from "./resource-types";
import { afterCreate, answeredOf, inputsAfterRead, planned } from "./state";
import { type Tags, tagsOf } from "./tags";
import { holdsUnknown } from "./unknown";
import { isObject } from "./values";

/** The parts of a resource's URN that count here. */
export interface Urn {
    readonly type: string;
    readonly name: string;
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

/** The stand-in: what Pulumi's aws provider does, for the types that this project uses, against an emulator. */
export class AwsProvider {
    private configuration: Configuration | undefined;
    private readonly regions = new Map<string, Aws>();

    configure(args: Values, environment: NodeJS.ProcessEnv): void {
        this.configuration = parseConfiguration(args, environment);
    }

    check(urn: Urn, olds: Values, news: Values, seed: Uint8Array): CheckResult {
        return checkResource(typeOf(urn), urn.name, olds, news, seed);
    }

    diff(urn: Urn, olds: Values, news: Values, state: Values): DiffResult {
        const type = typeOf(urn);
        const before = state["tagsAll"];
        const tagsAll =
            type.outputs.includes("tagsAll") && before !== undefined
                ? { before, after: this.tagsAll(news) }
                : undefined;
        return diffResource(type, { ...olds, ...answeredOf(type, state) }, news, tagsAll);
    }

    async create(
        urn: Urn,
        inputs: Values,
        preview: boolean,
        timeoutSeconds: number,
    ): Promise<{ id: string; state: Values }> {
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
            return { id, state: await stateOf(type, aws, id, wanted) };
        } catch (error) {
            throw new InitializationError(id, { ...wanted, id }, describeError(error));
        }
    }

    async read(
        urn: Urn,
        id: string,
        state: Values,
        inputs: Values,
    ): Promise<{ id: string; state: Values; inputs: Values }> {
        const type = typeOf(urn);
        const aws = this.aws(state);
        const found = await explained(() => unlessGone(type.read(aws, id, state)));
        if (found === undefined) {
            return { id: "", state: {}, inputs: {} };
        }
        const described = {
            ...found,
            ...("region" in type.inputs ? { region: aws.region } : {}),
            ...(found["tagsAll"] === undefined ? {} : { tags: this.ownTags(found, inputs) }),
        };
        return { id, state: { ...state, ...described, id }, inputs: inputsAfterRead(type, inputs, described) };
    }

    async update(
        urn: Urn,
        id: string,
        olds: Values,
        news: Values,
        preview: boolean,
        timeoutSeconds: number,
    ): Promise<Values> {
        const type = typeOf(urn);
        const wanted = this.withEffective(type, news);
        if (preview) {
            return planned(type, wanted, { ...olds, id });
        }
        if (wanted["name"] === undefined && olds["name"] !== undefined) {
            wanted["name"] = olds["name"];
        }
        const aws = this.aws(wanted);
        return explained(async () => {
            await type.update?.(aws, id, wanted, olds, timeoutSeconds);
            return stateOf(type, aws, id, wanted);
        });
    }

    async delete(urn: Urn, id: string, state: Values, timeoutSeconds: number): Promise<void> {
        const type = typeOf(urn);
        const aws = this.aws(state);
        await explained(async () => {
            try {
                await type.delete(aws, id, state, timeoutSeconds);
            } catch (error) {
                // Something is not there; the resource itself may be.
                if (!isGone(error) || (await unlessGone(type.read(aws, id, state))) !== undefined) {
                    throw error;
                }
            }
        });
    }

    async invoke(token: string, args: Values): Promise<{ outputs: Values; failures: readonly Failure[] }> {
        const served = functions[token];
        if (served === undefined) {
            throw new Error(
                `unknown function "${token}": this stand-in of the aws provider serves ` +
                    Object.keys(functions).join(", "),
            );
        }
        const { inputs, failures } = checkInputs(served.inputs, args);
        if (failures.length > 0 || holdsUnknown(inputs)) {
            return { outputs: {}, failures };
        }
        return { outputs: await explained(() => served.call(this.aws(inputs), inputs)), failures: [] };
    }

    /** The inputs with the values that follow from the provider's own configuration. */
    private withEffective(type: ResourceType, inputs: Values): Values {
        const wanted = without(inputs, defaultsKey);
        if ("region" in type.inputs) {
            wanted["region"] ??= this.configured().region;
        }
        if (type.outputs.includes("tagsAll")) {
            wanted["tagsAll"] = this.tagsAll(wanted);
        }
        return wanted;
    }

    private tagsAll(inputs: Values): unknown {
        const own = inputs["tags"] ?? {};
        return isObject(own) ? { ...this.configured().defaultTags, ...own } : own;
    }

    /** The tags that AWS has, without those that stem from the provider's default tags. */
    private ownTags(described: Values, inputs: Values): Tags {
        const { defaultTags } = this.configured();
        const given = isObject(inputs["tags"]) ? inputs["tags"] : {};
        return Object.fromEntries(
            Object.entries(tagsOf(described)).filter(([key, value]) => key in given || defaultTags[key] !== value),
        );
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

async function stateOf(type: ResourceType, aws: Aws, id: string, wanted: Values): Promise<Values> {
    const described = await type.read(aws, id, wanted);
    if (described === undefined) {
        throw new Error(`AWS does not describe ${id}, which it has just created or updated`);
    }
    return { ...afterCreate(type, wanted, described), id };
}

async function explained<Result>(operation: () => Promise<Result>): Promise<Result> {
    try {
        return await operation();
    } catch (error) {
        throw new Error(describeError(error), { cause: error });
    }
}
