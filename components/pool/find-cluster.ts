import { getCluster } from "@pulumi/aws/ecs";
import type * as pulumi from "@pulumi/pulumi";
import { lookup } from "../engine/lookup";
import { lookupFailure } from "../lookup/failure";
import { wrongArgument, type Lookups } from "../lookup/lookups";

const noSuchCluster = "the region has no such active cluster; give the name of one";

/** The ARN of the cluster that a name stands for. */
export function findCluster(clusterName: pulumi.Input<string>, lookups: Lookups): pulumi.Output<string> {
    return lookup(clusterName, lookups.ready, async (name) => {
        const { arn, status } = await getCluster({ clusterName: name }, lookups.opts).catch((error: unknown) => {
            const isMissing = /couldn't find resource|empty result|not found|MISSING/i.test(String(error));
            const reason = isMissing ? noSuchCluster : lookupFailure(error);
            throw wrongArgument(lookups, "clusterName", `is "${name}": ${reason}`);
        });
        if (status !== undefined && status !== "ACTIVE") {
            throw wrongArgument(lookups, "clusterName", `is "${name}", which is ${status}: ${noSuchCluster}`);
        }
        return arn;
    });
}
