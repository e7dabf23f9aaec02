import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Cluster, getCluster } from "@pulumi/aws/ecs";
import { getKey } from "@pulumi/aws/kms";
import type * as pulumi from "@pulumi/pulumi";
import { lookupFailure } from "../lookup/failure";
import { after, lookup, type Lookup } from "../engine/lookup";
import { defaultLogRetentionInDays } from "../validation/log-retention";
import { ContainerInsights, type InferentiaClusterArgs } from "./args";
import { refusal, type Asking } from "./refusal";

/** The cluster, made or found. */
export interface EcsCluster {
    readonly name: pulumi.Output<string>;
    readonly arn: pulumi.Output<string>;
    readonly made?: Cluster | undefined;
    readonly executeCommandLogGroup?: LogGroup | undefined;
    readonly executeCommandKmsKeyArn?: pulumi.Output<string> | undefined;
    /** Ends when everything about it is known. */
    readonly done: Promise<unknown>;
}

/** Finds a cluster that is there. */
export function existingCluster(clusterName: pulumi.Input<string>, gate: Promise<unknown>, asking: Asking): EcsCluster {
    const { value, done } = lookup(clusterName, async (name) => {
        await gate;
        const found = await getCluster({ clusterName: name }, asking.opts).catch((error: unknown) => {
            const isMissing = /couldn't find resource|empty result|not found|MISSING/i.test(String(error));
            throw refusal(asking, "existingClusterName", `is "${name}": ${isMissing ? none : lookupFailure(error)}`);
        });
        if (found.status !== undefined && found.status !== "ACTIVE") {
            throw refusal(asking, "existingClusterName", `is "${name}", which is ${found.status}: ${none}`);
        }
        return { name, arn: found.arn };
    });
    return { name: value.name, arn: value.arn, done };
}

const none = "the region has no such active cluster; give the name of one, or leave it out to have one made";

/** Makes a cluster, and the log group of its execute-command sessions. */
export function madeCluster(
    name: string,
    args: InferentiaClusterArgs,
    gate: Promise<unknown>,
    asking: Asking,
    opts: pulumi.CustomResourceOptions,
): EcsCluster {
    const executeCommandLogGroup = new LogGroup(
        `${name}-execute-command`,
        { retentionInDays: args.logRetentionInDays ?? defaultLogRetentionInDays, tags: args.tags },
        opts,
    );
    const key = args.executeCommandKmsKeyId && kmsKeyArn(args.executeCommandKmsKeyId, gate, asking);
    const made = new Cluster(
        `${name}-cluster`,
        {
            name: args.clusterName,
            settings: [{ name: "containerInsights", value: args.containerInsights ?? ContainerInsights.Enabled }],
            configuration: {
                executeCommandConfiguration: {
                    kmsKeyId: args.executeCommandKmsKeyId,
                    logging: "OVERRIDE",
                    logConfiguration: { cloudWatchLogGroupName: executeCommandLogGroup.name },
                },
            },
            tags: args.tags,
        },
        { ...opts, dependsOn: after(gate, key ? key.done : Promise.resolve()) },
    );
    return {
        name: made.name,
        arn: made.arn,
        made,
        executeCommandLogGroup,
        executeCommandKmsKeyArn: key ? key.value : undefined,
        done: Promise.resolve(),
    };
}

/** The ARN of the key itself, which a policy must name: an alias stands for a key that may change. */
function kmsKeyArn(keyId: pulumi.Input<string>, gate: Promise<unknown>, asking: Asking): Lookup<string> {
    return lookup(keyId, async (id) => {
        if (/^arn:[\w-]+:kms:[\w-]+:\d{12}:key\//.test(id)) {
            return id;
        }
        await gate;
        const { arn } = await getKey({ keyId: id }, asking.opts).catch((error: unknown) => {
            const reason = /NotFound/.test(String(error)) ? "the region has no such KMS key" : lookupFailure(error);
            throw refusal(asking, "executeCommandKmsKeyId", `is "${id}": ${reason}; give the key's ARN`);
        });
        return arn;
    });
}
