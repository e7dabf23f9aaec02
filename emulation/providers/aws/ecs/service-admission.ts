import type { TaskDefinition } from "@aws-sdk/client-ecs";
import type { Aws } from "../aws";
import { AwsError } from "../aws-error";
import type { Values } from "../property";
import { activeCluster, activeServices } from "./clusters";
import type { ServiceMembers } from "./service-inputs";
import { refuseUnfitBalancers } from "./service-balancers";
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
    await refuseUnfitRevision(aws, members, values);
}

/** Refuses what does not fit the task definition, of a new service or of an update. */
export async function refuseUnfitRevision(aws: Aws, members: ServiceMembers, values: Values): Promise<void> {
    const { taskDefinition } = members;
    if (taskDefinition === undefined) {
        return;
    }
    const { taskDefinition: found } = await (await aws.ecs()).describeTaskDefinition({ taskDefinition });
    if (found?.status !== "ACTIVE") {
        throw new AwsError("ClientException", "TaskDefinition is inactive");
    }
    refuseUnfitNetwork(found, values["networkConfiguration"] !== undefined);
    refuseUnfitVolume(found, (values["volumeConfiguration"] as { name?: string } | undefined)?.name);
    await refuseUnfitBalancers(aws, found, values);
}

function refuseUnfitNetwork({ networkMode }: TaskDefinition, hasNetwork: boolean): void {
    if (networkMode === "awsvpc" && !hasNetwork) {
        throw invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
    }
    if (networkMode !== "awsvpc" && hasNetwork) {
        throw invalid("Network Configuration is not valid for the given networkMode of this task definition.");
    }
}

function refuseUnfitVolume({ volumes }: TaskDefinition, configured: string | undefined): void {
    const atLaunch = (volumes ?? []).filter((one) => one.configuredAtLaunch === true).map((one) => one.name);
    const missing = atLaunch.find((name) => name !== configured);
    if (missing !== undefined) {
        throw invalid(`The volume ${missing} is configured at launch, and the service gives no volume configuration.`);
    }
    if (configured !== undefined && !atLaunch.includes(configured)) {
        throw invalid(`The volume ${configured} is not configured at launch in the task definition.`);
    }
}

function invalid(message: string): AwsError {
    return new AwsError("InvalidParameterException", message);
}
