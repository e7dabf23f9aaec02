import { Account } from "./account";
import type { Aws } from "./aws";
import { describeError, explained, isGone, unlessGone } from "./aws-error";
import { nameFromPrefix } from "./auto-name";
import { type CheckResult, checkResource } from "./check-resource";
import { parseConfiguration } from "./configuration";
import { diffResource, type DiffResult } from "./diff-resource";
import { InitializationError } from "./initialization-error";
import { invokeFunction, type InvokeResult } from "./invoke-function";
import type { Values } from "./property";
import type { ResourceType } from "./resource-type";
import { resourceTypes } from "./resource-types";
import { afterCreate, answeredOf, inputsAfterRead, planned } from "./state";

/** The parts of a resource's URN that count here. */
export interface Urn {
    readonly type: string;
    readonly name: string;
}

/** The stand-in: what Pulumi's aws provider does, for the types that this project uses, against an emulator. */
export class AwsProvider {
    private readonly account = new Account();

    configure(args: Values, environment: NodeJS.ProcessEnv): void {
        this.account.configure(parseConfiguration(args, environment));
    }

    /** @throws when there is no such region, as Pulumi's provider does when it is configured. */
    validateRegion(): Promise<void> {
        return this.account.validateRegion();
    }

    check(urn: Urn, olds: Values, news: Values, seed: Uint8Array): CheckResult {
        return checkResource(typeOf(urn), urn.name, olds, news, seed);
    }

    diff(urn: Urn, olds: Values, news: Values, state: Values): DiffResult {
        const type = typeOf(urn);
        const before = state["tagsAll"];
        const tagsAll =
            type.outputs.includes("tagsAll") && before !== undefined
                ? { before, after: this.account.tagsAll(news) }
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
        const wanted = this.account.withEffective(type, inputs);
        if (preview) {
            return { id: "", state: planned(type, wanted) };
        }
        if (wanted["name"] === undefined && typeof wanted["namePrefix"] === "string") {
            wanted["name"] = nameFromPrefix(wanted["namePrefix"]);
        }
        const aws = this.account.aws(wanted);
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
        const aws = this.account.aws(state);
        const found = await explained(() => unlessGone(type.read(aws, id, state)));
        if (found === undefined) {
            return { id: "", state: {}, inputs: {} };
        }
        const described = {
            ...found,
            ...("region" in type.inputs ? { region: aws.region } : {}),
            ...(found["tagsAll"] === undefined ? {} : { tags: this.account.ownTags(found, inputs) }),
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
        const wanted = this.account.withEffective(type, news);
        if (preview) {
            return planned(type, wanted, { ...olds, id });
        }
        if (wanted["name"] === undefined && olds["name"] !== undefined) {
            wanted["name"] = olds["name"];
        }
        const aws = this.account.aws(wanted);
        return explained(async () => {
            await type.update?.(aws, id, wanted, olds, timeoutSeconds);
            return stateOf(type, aws, id, wanted);
        });
    }

    async delete(urn: Urn, id: string, state: Values, timeoutSeconds: number): Promise<void> {
        const type = typeOf(urn);
        const aws = this.account.aws(state);
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

    invoke(token: string, args: Values): Promise<InvokeResult> {
        return invokeFunction(token, args, (inputs) => this.account.aws(inputs));
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
