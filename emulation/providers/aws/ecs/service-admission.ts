import type { Aws } from "../aws";
import { AwsError } from "../aws-error";
import type { Values } from "../property";
import { activeCluster, activeServices } from "./clusters";
import type { ServiceMembers } from "./service-inputs";
import { nameOf } from "./tagging";

/** Refuses the service that AWS would refuse and the emulator takes. */
export async function refuseUnfitService(aws: Aws, members: ServiceMembers, values: Values): Promise<void> {
    const cluster = await activeCluster(aws, members.cluster ?? "default");
    const associated = (cluster.capacityProviders ?? []).map(nameOf);
    if (
        members.capacityProviderStrategy?.some((item) => !associated.includes(nameOf(item.capacityProvider))) === true
    ) {
        throw invalid(
            "The specified capacity provider strategy cannot contain a capacity provider that is not associated " +
                "with the cluster. " +
                "Associate the capacity provider with the cluster or specify a valid capacity provider and try again.",
        );
    }
    const services = await activeServices(aws, cluster.clusterArn ?? "");
    if (services.some((one) => one.serviceName === members.serviceName)) {
        throw invalid("Creation of service was not idempotent.");
    }
    if (members.taskDefinition !== undefined) {
        await refuseUnfitTaskDefinition(aws, members.taskDefinition, values["networkConfiguration"] !== undefined);
    }
}

async function refuseUnfitTaskDefinition(aws: Aws, taskDefinition: string, hasNetwork: boolean): Promise<void> {
    const { taskDefinition: found } = await (await aws.ecs()).describeTaskDefinition({ taskDefinition });
    if (found?.status !== "ACTIVE") {
        throw new AwsError("ClientException", "TaskDefinition is inactive");
    }
    if (found.networkMode === "awsvpc" && !hasNetwork) {
        throw invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
    }
    if (found.networkMode !== "awsvpc" && hasNetwork) {
        throw invalid("Network Configuration is not valid for the given networkMode of this task definition.");
    }
}

function invalid(message: string): AwsError {
    return new AwsError("InvalidParameterException", message);
}
