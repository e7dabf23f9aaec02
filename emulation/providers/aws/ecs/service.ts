import type { Deployment, Service } from "@aws-sdk/client-ecs";
import { camelCase, cleared, fromApi } from "../api-shape";
import type { Aws } from "../aws";
import { differences } from "../differences";
import { only, type Values, without } from "../property";
import type { ResourceType } from "../resource-type";
import { fromEcsTags, tagsOf, toEcsTags } from "../tags";
import { refuseUnfitRevision, refuseUnfitService } from "./service-admission";
import { describedDeployment } from "./deployment";
import { serviceFailures } from "./service-failures";
import { serviceInputs, serviceMembers } from "./service-inputs";
import { describedVolume } from "./service-volumes";
import { settle } from "./steady-state";
import { nameOf, updateEcsTags } from "./tagging";

const strategies = "capacityProviderStrategies";

/** The members of CreateService that UpdateService does not take. */
const onlyCreated = ["serviceName", "launchType", "schedulingStrategy", "role"];

/** The inputs whose change alone is no call of UpdateService. */
const besides = ["forceDelete", "tags"];

/** The inputs that have to fit the task definition. */
const fitting = [
    "healthCheckGracePeriodSeconds",
    "loadBalancers",
    "networkConfiguration",
    "taskDefinition",
    "volumeConfiguration",
];

const emptied = {
    healthCheckGracePeriodSeconds: { healthCheckGracePeriodSeconds: 0 },
    loadBalancers: { loadBalancers: [] },
    orderedPlacementStrategies: { placementStrategy: [] },
    placementConstraints: { placementConstraints: [] },
    serviceConnectConfiguration: { serviceConnectConfiguration: { enabled: false } },
    serviceRegistries: { serviceRegistries: [] },
    volumeConfiguration: { volumeConfigurations: [] },
    vpcLatticeConfigurations: { vpcLatticeConfigurations: [] },
};

export const service: ResourceType = {
    inputs: serviceInputs,
    outputs: ["arn", "tagsAll"],
    autoName: { maxLength: 255 },
    check: serviceFailures,
    refusedChange: (changed, news) =>
        changed.includes(strategies) && news["forceNewDeployment"] !== true
            ? "force_new_deployment should be true when capacity_provider_strategy is being updated"
            : undefined,
    /** Triggers count where a deployment is forced, and are not just taken away. */
    forgiven(olds, news) {
        const gone = Object.keys(news["triggers"] ?? {}).length === 0;
        return news["forceNewDeployment"] !== true || (gone && olds["triggers"] !== undefined) ? ["triggers"] : [];
    },
    async create(aws, values) {
        const members = serviceMembers(values);
        await refuseUnfitService(aws, members, values);
        const created = await (await aws.ecs()).createService({ ...members, tags: toEcsTags(tagsOf(values)) });
        return created.service?.serviceArn ?? "";
    },
    async finish(aws, id, values, timeoutSeconds) {
        await settle(aws, id, values, timeoutSeconds, "create");
    },
    async read(aws, id, state) {
        const found = await describe(aws, id, clusterOf(id, state));
        return found && { ...described(found, state), tagsAll: fromEcsTags(found.tags) };
    },
    /** Sends what changed, and that alone: what others changed in the meantime stays. */
    async update(aws, id, news, olds, timeoutSeconds) {
        const changed = differences(serviceInputs, olds, news).map(({ property }) => property);
        if (changed.some((property) => !besides.includes(property))) {
            const { cluster, ...members } = serviceMembers(news, changed);
            if (fitting.some((name) => changed.includes(name))) {
                await refuseUnfitRevision(aws, serviceMembers(news), news);
            }
            await (
                await aws.ecs()
            ).updateService({
                cluster,
                service: id,
                ...without(members, ...onlyCreated),
                ...cleared(emptied, only(olds, changed), news),
                ...(news["forceNewDeployment"] === true ? { forceNewDeployment: true } : {}),
            });
            await settle(aws, id, news, timeoutSeconds, "update");
        }
        await updateEcsTags(aws, id, news, olds);
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
    const network = found.networkConfiguration?.awsvpcConfiguration;
    const primary = found.deployments?.find((one) => one.status === "PRIMARY");
    return {
        ...fromApi(serviceInputs, { ...found, ...ofDeployment(primary) }, camelCase),
        // A strategy takes the launch type's place.
        launchType: found.launchType ?? "",
        platformVersion: found.platformVersion ?? "",
        triggers: state["triggers"] ?? {},
        // AWS answers ARNs where the program may have given names.
        ...sameForm("cluster", state["cluster"], found.clusterArn),
        ...sameForm("taskDefinition", state["taskDefinition"], found.taskDefinition),
        iamRole: found.roleArn ?? "",
        arn: found.serviceArn,
        ...describedDeployment(found.deploymentConfiguration as Values | undefined),
        networkConfiguration: network && {
            subnets: network.subnets,
            securityGroups: network.securityGroups,
            assignPublicIp: network.assignPublicIp === "ENABLED",
        },
        volumeConfiguration: describedVolume(primary?.volumeConfigurations),
    };
}

function ofDeployment(primary: Deployment | undefined): Values {
    const { serviceConnectConfiguration, vpcLatticeConfigurations } = primary ?? {};
    return { serviceConnectConfiguration, vpcLatticeConfigurations };
}

/** An ARN where the program gave one, else the last part of it: for a task definition, family and revision. */
function sameForm(name: string, given: unknown, described: string | undefined): Values {
    const isArn = typeof given !== "string" || given.startsWith("arn:");
    return { [name]: isArn || described === undefined ? described : nameOf(described) };
}
