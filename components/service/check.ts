import type { Problems } from "../validation/problems";
import { isAbsent } from "../validation/record";
import { checkDeploymentArguments, checkGracePeriod, checkInstancesToDeploy } from "./deployment";
import { checkServiceFits } from "./fit";
import { checkServiceNetwork } from "./network";
import type { PoolService } from "./pool-services";
import { checkRoutes } from "./routes";
import { poolOf, type ServiceArguments } from "./service-on-pool";
import { shortOthers } from "./scaled-sharing";
import { checkSharedDevices, checkSharedInstances } from "./sharing";

/**
 * Checks task, pool and service together.
 *
 * @param own The service that the arguments give.
 * @param others The other services of its pool.
 */
export function checkService(
    args: ServiceArguments,
    own: PoolService,
    others: readonly PoolService[],
    problems: Problems,
): void {
    const { service } = own;
    if (args.task !== undefined && isAbsent(poolOf(args))) {
        problems.add("pool", "is missing, and task has none; give it to the TaskDefinition, or here");
    }
    checkServiceFits(service, problems);
    checkInstancesToDeploy(service, problems);
    checkServiceNetwork(args, service, problems);
    checkGracePeriod(args, service, problems);
    checkRoutes(args, service, problems);
    checkDeploymentArguments(args, service, problems);
    checkSharedDevices(own, others, problems);
    checkSharedInstances(own, others, problems);
    for (const reason of shortOthers(own, others)) {
        problems.add(`${service.pool.path}.maxSize`, `is too small: ${reason}`);
    }
}
