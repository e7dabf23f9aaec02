import { UNKNOWN } from "../../ecs/known";
import type { PoolUsers } from "../capacity/users";
import type { Problems } from "../validation/problems";
import type { ArgumentCheck } from "../validation/validate";
import type { InferenceServiceArgs } from "./args/service";
import { ownedByService, serviceFields } from "./args/service";
import { checkFit } from "./fit";
import { checkNetwork } from "./network";
import { checkRoom } from "./room";
import { checkSharedRoom, checkSharing } from "./sharing";
import { readService, type ServiceArguments, type ServiceView } from "./view";

/**
 * How the arguments of a service are judged: each by itself, then task, capacity and service together.
 *
 * @param service The component's name.
 */
export function checkOf(service: string, users: PoolUsers): ArgumentCheck<InferenceServiceArgs> {
    const self = { name: service };
    return {
        fields: serviceFields,
        owned: ownedByService,
        together(args, problems) {
            const view = readService(args);
            checkFit(view, problems);
            checkRoom(view, problems);
            checkNetwork(args, view, problems);
            checkDeployment(args, view, problems);
            checkSharing(args, view, self, users, problems);
            checkSharedRoom(view, users, problems);
        },
    };
}

/** Sources: Amazon ECS API Reference, UpdateService and CreateService; the AWS provider's resource for services. */
function checkDeployment(
    args: ServiceArguments,
    { controller, maximumPercent }: ServiceView,
    problems: Problems,
): void {
    if (args.availabilityZoneRebalancing === "ENABLED" && maximumPercent !== UNKNOWN && maximumPercent <= 100) {
        problems.add(
            "availabilityZoneRebalancing",
            `is "ENABLED", but deploymentMaximumPercent is ${maximumPercent}, and rebalancing starts a task before ` +
                "it stops one; raise deploymentMaximumPercent, or leave rebalancing out",
        );
    }
    if (args.triggers !== undefined && args.forceNewDeployment === false) {
        problems.add("triggers", "starts no deployment while forceNewDeployment is false; leave one of the two out");
    }
    const { waitForSteadyState: waits = true } = args;
    if (args.sigintRollback === true && waits === false) {
        problems.add(
            "sigintRollback",
            "needs waitForSteadyState: true, as only an update that waits can be interrupted",
        );
    }
    if (controller === "CODE_DEPLOY") {
        checkCodeDeploy(args, problems);
    }
}

function checkCodeDeploy(args: ServiceArguments, problems: Problems): void {
    for (const name of ["forceNewDeployment", "deploymentCircuitBreaker"] as const) {
        const value = args[name];
        if (value !== undefined && value !== UNKNOWN && value !== false) {
            problems.add(name, "must not be given: with the deployment controller CODE_DEPLOY, CodeDeploy deploys");
        }
    }
}
