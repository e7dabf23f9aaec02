import type { Cluster, Service } from "@aws-sdk/client-ecs";
import type { Aws } from "../aws";
import { AwsError } from "../aws-error";

/** @throws ClusterNotFoundException, also for a deleted cluster, which the emulator still takes. */
export async function activeCluster(aws: Aws, nameOrArn: string): Promise<Cluster> {
    const answer = await (await aws.ecs()).describeClusters({ clusters: [nameOrArn] });
    const found = answer.clusters?.find((one) => one.status === "ACTIVE");
    if (found === undefined) {
        throw new AwsError("ClusterNotFoundException", "Cluster not found.");
    }
    return found;
}

/** The services of a cluster that have not been deleted. */
export async function activeServices(aws: Aws, cluster: string): Promise<Service[]> {
    const ecs = await aws.ecs();
    const { serviceArns = [] } = await ecs.listServices({ cluster, maxResults: 100 });
    const found: Service[] = [];
    // DescribeServices takes ten at once.
    for (let from = 0; from < serviceArns.length; from += 10) {
        const answer = await ecs.describeServices({ cluster, services: serviceArns.slice(from, from + 10) });
        found.push(...(answer.services ?? []));
    }
    return found.filter((one) => one.status === "ACTIVE");
}
