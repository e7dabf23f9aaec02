import type { Service } from "@aws-sdk/client-ecs";
import { camelCase, cleared, fromApi } from "../api-shape";
import type { Aws } from "../aws";
import { type Values, without } from "../property";
import type { ResourceType } from "../resource-type";
import { fromEcsTags, tagsOf, toEcsTags } from "../tags";
import { refuseUnfitService } from "./service-admission";
import { serviceFailures } from "./service-failures";
import { serviceInputs, serviceMembers } from "./service-inputs";
import { settle } from "./steady-state";
import { nameOf, updateEcsTags } from "./tagging";

const strategies = "capacityProviderStrategies";

/** The members of CreateService that UpdateService does not take. */
const onlyCreated = ["serviceName", "launchType", "schedulingStrategy", "deploymentController", "role"];

const emptied = {
    loadBalancers: { loadBalancers: [] },
    orderedPlacementStrategies: { placementStrategy: [] },
    placementConstraints: { placementConstraints: [] },
    serviceRegistries: { serviceRegistries: [] },
};

export const service: ResourceType = {
    inputs: serviceInputs,
    outputs: ["arn", "tagsAll"],
    autoName: { maxLength: 255 },
    check: serviceFailures,
    replacedBy(changed, olds, news) {
        const [before, after] = [olds, news].map((values) => ((values[strategies] ?? []) as unknown[]).length > 0);
        return changed.includes(strategies) && (before !== after || news["forceNewDeployment"] !== true)
            ? [strategies]
            : [];
    },
    async create(aws, values) {
        const members = serviceMembers(values);
        await refuseUnfitService(aws, members, values);
        const created = await (await aws.ecs()).createService({ ...members, tags: toEcsTags(tagsOf(values)) });
        return created.service?.serviceArn ?? "";
    },
    async finish(aws, id, values, timeoutSeconds) {
        // The emulator keeps and describes some members only when they come with an update.
        const { cluster, ...members } = serviceMembers(values);
        await (
            await aws.ecs()
        ).updateService({ cluster, service: id, ...without(members, ...onlyCreated, "desiredCount") });
        await settle(aws, id, values, timeoutSeconds);
    },
    async read(aws, id, state) {
        const found = await describe(aws, id, clusterOf(id, state));
        return found && { ...described(found, state), tagsAll: fromEcsTags(found.tags) };
    },
    async update(aws, id, news, olds, timeoutSeconds) {
        const { cluster, ...members } = serviceMembers(news);
        await (
            await aws.ecs()
        ).updateService({
            cluster,
            service: id,
            ...without(members, ...onlyCreated),
            ...cleared(emptied, olds, news),
            ...(news["forceNewDeployment"] === true ? { forceNewDeployment: true } : {}),
        });
        await updateEcsTags(aws, id, news, olds);
        await settle(aws, id, news, timeoutSeconds);
    },
    async delete(aws, id, state) {
        const cluster = clusterOf(id, state);
        const ecs = await aws.ecs();
        const found = await describe(aws, id, cluster);
        if (found === undefined) {
            return;
        }
        const force = state["forceDelete"] === true;
        if (found.schedulingStrategy !== "DAEMON" && !force) {
            await ecs.updateService({ cluster, service: id, desiredCount: 0 });
        }
        await ecs.deleteService({ cluster, service: id, force });
    },
};

async function describe(aws: Aws, arn: string, cluster: string): Promise<Service | undefined> {
    const answer = await (await aws.ecs()).describeServices({ cluster, services: [arn], include: ["TAGS"] });
    return answer.services?.find((one) => one.status !== "INACTIVE");
}

/** The service's cluster; when a service is imported, from its ARN: `…:service/<cluster>/<name>`. */
function clusterOf(arn: string, state: Values): string {
    return (state["cluster"] as string | undefined) ?? arn.split("/")[1] ?? "default";
}

function described(found: Service, state: Values): Values {
    const deployment = found.deploymentConfiguration;
    const network = found.networkConfiguration?.awsvpcConfiguration;
    const { launchType, ...members } = fromApi(serviceInputs, found, camelCase);
    return {
        ...members,
        // The emulator says EC2 where AWS says nothing, as a strategy takes the launch type's place.
        launchType: (found.capacityProviderStrategy ?? []).length > 0 ? "" : launchType,
        platformVersion: found.platformVersion ?? "",
        triggers: {},
        // AWS answers ARNs where the program may have given names.
        ...sameResource("cluster", state["cluster"], found.clusterArn),
        ...sameResource("taskDefinition", state["taskDefinition"], found.taskDefinition),
        iamRole: found.roleArn ?? "",
        arn: found.serviceArn,
        deploymentMaximumPercent: deployment?.maximumPercent,
        deploymentMinimumHealthyPercent: deployment?.minimumHealthyPercent,
        deploymentCircuitBreaker: deployment?.deploymentCircuitBreaker,
        networkConfiguration: network && {
            subnets: network.subnets,
            securityGroups: network.securityGroups,
            assignPublicIp: network.assignPublicIp === "ENABLED",
        },
    };
}

function sameResource(name: string, given: unknown, described: string | undefined): Values {
    const same = typeof given === "string" && described !== undefined && nameOf(given) === nameOf(described);
    return { [name]: same ? given : described };
}
