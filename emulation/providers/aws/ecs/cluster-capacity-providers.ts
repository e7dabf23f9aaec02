import { fargateCapacityProviders } from "../../../../contract";
import { camelCase, fromApi, toApi } from "../api-shape";
import type { Aws } from "../aws";
import { AwsError } from "../aws-error";
import { region } from "../common-inputs";
import type { Failure } from "../failure";
import { patiently } from "../patience";
import { list, number, object, type Properties, text, type Values } from "../property";
import type { ResourceType } from "../resource-type";
import { holdsUnknown } from "../unknown";
import { activeCluster, activeServices } from "./clusters";
import { nameOf } from "./tagging";

const inputs: Properties = {
    capacityProviders: list(text(), { unordered: true }),
    clusterName: text({ required: true, replaces: true, api: "cluster" }),
    defaultCapacityProviderStrategies: list(
        object({ base: number(), capacityProvider: text({ required: true }), weight: number() }),
        {
            api: "defaultCapacityProviderStrategy",
            unordered: true,
        },
    ),
    region,
};

interface Association {
    cluster: string;
    capacityProviders: string[];
    defaultCapacityProviderStrategy: { capacityProvider: string; base?: number; weight?: number }[];
}

export const clusterCapacityProviders: ResourceType = {
    inputs,
    outputs: [],
    check: strategiesWithoutProvider,
    async create(aws, values) {
        const association = associationOf(values);
        await activeCluster(aws, association.cluster);
        await associate(aws, association);
        return association.cluster;
    },
    async read(aws, id) {
        const found = await activeCluster(aws, id);
        if ((found.capacityProviders ?? []).length === 0) {
            return undefined;
        }
        return { ...fromApi(inputs, found, camelCase), clusterName: id };
    },
    async update(aws, _id, news) {
        await associate(aws, associationOf(news));
    },
    async delete(aws, id) {
        await associate(aws, { cluster: id, capacityProviders: [], defaultCapacityProviderStrategy: [] });
    },
};

function associationOf(values: Values): Association {
    return {
        capacityProviders: [],
        defaultCapacityProviderStrategy: [],
        ...(toApi(inputs, values, camelCase) as { cluster: string }),
    };
}

/** As Pulumi's provider, which waits for a service that is about to let go of a capacity provider. */
function associate(aws: Aws, association: Association): Promise<void> {
    return patiently(() => put(aws, association), /^ResourceInUseException|^UpdateInProgressException/);
}

/** As AWS does and the emulator does not: known capacity providers only, and none is taken away from a service. */
async function put(aws: Aws, association: Association): Promise<void> {
    const ecs = await aws.ecs();
    const before = (await activeCluster(aws, association.cluster)).capacityProviders ?? [];
    const own = association.capacityProviders.filter((one) => !fargateCapacityProviders.includes(one));
    if (own.length > 0) {
        const { failures = [] } = await ecs.describeCapacityProviders({ capacityProviders: own });
        if (failures.length > 0) {
            throw new AwsError(
                "InvalidParameterException",
                "The specified capacity provider was not found. Specify a valid capacity provider and try again.",
            );
        }
    }
    const removed = before.filter((one) => !association.capacityProviders.includes(one)).map(nameOf);
    const services = removed.length === 0 ? [] : await activeServices(aws, association.cluster);
    if (
        services.some((one) =>
            one.capacityProviderStrategy?.some((item) => removed.includes(nameOf(item.capacityProvider ?? ""))),
        )
    ) {
        throw new AwsError(
            "ResourceInUseException",
            "The specified capacity provider is in use and cannot be removed.",
        );
    }
    await ecs.putClusterCapacityProviders(association);
}

function strategiesWithoutProvider(values: Values): Failure[] {
    const providers = (values["capacityProviders"] ?? []) as string[];
    const strategies = values["defaultCapacityProviderStrategies"];
    if (!Array.isArray(strategies) || holdsUnknown(providers)) {
        return [];
    }
    return (strategies as Values[]).flatMap((strategy, index) => {
        const wanted = strategy["capacityProvider"];
        return holdsUnknown(wanted) || providers.some((one) => nameOf(one) === nameOf(String(wanted)))
            ? []
            : [
                  {
                      property: `defaultCapacityProviderStrategies[${index}].capacityProvider`,
                      reason:
                          `"${String(wanted)}" is not among capacityProviders: add it there, or name one of ` +
                          providers.join(", "),
                  },
              ];
    });
}
