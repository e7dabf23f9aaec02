import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Cluster } from "@pulumi/aws/ecs";
import { getKey } from "@pulumi/aws/kms";
import type * as pulumi from "@pulumi/pulumi";
import { deployTimeoutMinutes } from "../../contract";
import { after, lookup } from "../engine/lookup";
import { lookupFailure } from "../lookup/failure";
import { wrongArgument, type Lookups } from "../lookup/lookups";
import { defaultLogRetentionInDays } from "../validation/log-retention";
import { ContainerInsights, type ClusterArgs } from "./args";

/** A cluster, and what its execute-command sessions use. */
export interface EcsCluster {
    readonly cluster: Cluster;
    readonly executeCommandLogGroup: LogGroup;
    readonly executeCommandKmsKeyArn?: pulumi.Output<string> | undefined;
}

/** Creates a cluster, and the log group of its execute-command sessions. */
export function createCluster(
    name: string,
    args: ClusterArgs,
    lookups: Lookups,
    opts: pulumi.CustomResourceOptions,
): EcsCluster {
    const executeCommandLogGroup = new LogGroup(
        `${name}-execute-command`,
        {
            retentionInDays: args.logRetentionInDays ?? defaultLogRetentionInDays,
            kmsKeyId: args.logKmsKeyArn,
            tags: args.tags,
        },
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
        {
            ...opts,
            dependsOn: after(lookups.ready, executeCommandKmsKeyArn),
            customTimeouts: { delete: `${deployTimeoutMinutes}m` },
        },
    );
    return { cluster, executeCommandLogGroup, executeCommandKmsKeyArn };
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
