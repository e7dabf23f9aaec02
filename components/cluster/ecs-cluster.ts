import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Cluster, getCluster } from "@pulumi/aws/ecs";
import { getKey } from "@pulumi/aws/kms";
import type * as pulumi from "@pulumi/pulumi";
import { after, lookup } from "../engine/lookup";
import { lookupFailure } from "../lookup/failure";
import { wrongArgument, type Lookups } from "../lookup/lookups";
import { defaultLogRetentionInDays } from "../validation/log-retention";
import { ContainerInsights, type ClusterArgs } from "./args";

/** A cluster that was created or found. */
export interface EcsCluster {
    readonly name: pulumi.Output<string>;
    readonly arn: pulumi.Output<string>;
    /** The resource; undefined for an existing cluster. */
    readonly cluster?: Cluster | undefined;
    readonly executeCommandLogGroup?: LogGroup | undefined;
    readonly executeCommandKmsKeyArn?: pulumi.Output<string> | undefined;
}

export function findCluster(clusterName: pulumi.Input<string>, lookups: Lookups): EcsCluster {
    const found = lookup(clusterName, lookups.ready, async (name) => {
        const { arn, status } = await getCluster({ clusterName: name }, lookups.opts).catch((error: unknown) => {
            const isMissing = /couldn't find resource|empty result|not found|MISSING/i.test(String(error));
            const reason = isMissing ? noSuchCluster : lookupFailure(error);
            throw wrongArgument(lookups, "existingClusterName", `is "${name}": ${reason}`);
        });
        if (status !== undefined && status !== "ACTIVE") {
            const reason = `is "${name}", which is ${status}: ${noSuchCluster}`;
            throw wrongArgument(lookups, "existingClusterName", reason);
        }
        return { name, arn };
    });
    return { name: found.name, arn: found.arn };
}

const noSuchCluster = "the region has no such active cluster; give the name of one, or leave it out to have one made";

/** Creates a cluster, and the log group of its execute-command sessions. */
export function createCluster(
    name: string,
    args: ClusterArgs,
    lookups: Lookups,
    opts: pulumi.CustomResourceOptions,
): EcsCluster {
    const executeCommandLogGroup = new LogGroup(
        `${name}-execute-command`,
        { retentionInDays: args.logRetentionInDays ?? defaultLogRetentionInDays, tags: args.tags },
        opts,
    );
    const executeCommandKmsKeyArn =
        args.executeCommandKmsKeyId === undefined ? undefined : kmsKeyArn(args.executeCommandKmsKeyId, lookups);
    const cluster = new Cluster(
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
        { ...opts, dependsOn: after(lookups.ready, executeCommandKmsKeyArn) },
    );
    return { name: cluster.name, arn: cluster.arn, cluster, executeCommandLogGroup, executeCommandKmsKeyArn };
}

/** The ARN of the key itself, which a policy must name: an alias stands for a key that may change. */
function kmsKeyArn(keyId: pulumi.Input<string>, lookups: Lookups): pulumi.Output<string> {
    return lookup(keyId, lookups.ready, async (id) => {
        if (/^arn:[\w-]+:kms:[\w-]+:\d{12}:key\//.test(id)) {
            return id;
        }
        const { arn } = await getKey({ keyId: id }, lookups.opts).catch((error: unknown) => {
            const reason = /NotFound/.test(String(error)) ? "the region has no such KMS key" : lookupFailure(error);
            throw wrongArgument(lookups, "executeCommandKmsKeyId", `is "${id}": ${reason}; give the key's ARN`);
        });
        return arn;
    });
}
