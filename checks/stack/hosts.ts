import { isInf1InstanceType } from "../../contract";
import { instanceOf } from "../../ecs/cluster-query/instance";
import { known, UNKNOWN, type Known } from "../../ecs/known";
import type { Host } from "../../ecs/service/meeting";
import { readAgentSettings } from "../../ecs/pool/agent-settings";
import { groupsOf, instanceTypesOf } from "./instances";
import type { Stack } from "./stack";
import type { AutoScalingGroup, CapacityProvider, LaunchTemplate, TaskStarter } from "./stack-resources";

/** Instances of one kind that may take tasks of a starter. */
export interface StarterHost extends Host {
    /** Whether the starter's strategy surely sends tasks there. */
    readonly getsTasks: boolean;
}

/** The instances that may take tasks of a starter, as far as the stack shows them. */
export interface Hosts {
    readonly hosts: readonly StarterHost[];
    /** Whether these are all that its capacity providers launch, or that are known to join its cluster. */
    readonly areAll: boolean;
}

/** @throws Undecided */
export function hostsOf(starter: TaskStarter, stack: Stack): Hosts {
    if (starter.capacity === undefined) {
        const groups = groupsOf(starter, stack);
        return joined(groups === undefined ? [none] : groups.map((group) => ofGroup(group, true)));
    }
    const { path, providers, perhapsIdle } = known(starter.capacity, ["capacity providers"]);
    const { targets, elsewhere } = known(providers, path);
    return joined([
        ...(elsewhere || targets.length === 0 ? [none] : []),
        ...targets.map((provider) => ofProvider(provider, !perhapsIdle.includes(provider))),
    ]);

    function ofProvider(provider: CapacityProvider, getsTasks: boolean): Hosts {
        if (provider.isManaged) {
            return ofManaged(provider, known(provider.managedTypes, path), getsTasks);
        }
        const group = known(provider.autoScalingGroup, path);
        return joined([...(group.elsewhere ? [none] : []), ...group.targets.map((one) => ofGroup(one, getsTasks))]);
    }
}

const none: Hosts = { hosts: [], areAll: false };

function joined(parts: readonly Hosts[]): Hosts {
    return { hosts: parts.flatMap(({ hosts }) => hosts), areAll: parts.every(({ areAll }) => areAll) };
}

/** ECS Managed Instances have no Inf1 (Amazon ECS Developer Guide, "Amazon ECS Managed Instances instance types"). */
function ofManaged({ id }: CapacityProvider, types: readonly string[] | undefined, getsTasks: boolean): Hosts {
    const hosts = types
        ?.filter((type) => !isInf1InstanceType(type))
        .map((instanceType) => ({
            pool: id,
            instanceType,
            instance: instanceOf({ instanceType, amiId: UNKNOWN, attributes: UNKNOWN }),
            getsTasks,
        }));
    return { hosts: hosts ?? [], areAll: hosts !== undefined };
}

function ofGroup(group: AutoScalingGroup, getsTasks: boolean): Hosts {
    const types = instanceTypesOf(group);
    const { targets } = known(group.launchTemplate, ["launchTemplate of the Auto Scaling group"]);
    const zones = group.availabilityZones === UNKNOWN ? [] : group.availabilityZones;
    const [template, ...more] = targets;
    const facts: Facts = more.length > 0 ? { amiId: UNKNOWN, attributes: UNKNOWN } : factsOf(template);
    const hosts = (types ?? []).flatMap((instanceType) =>
        (zones.length === 0 ? [UNKNOWN as Known<string>] : zones).map((availabilityZone) => ({
            pool: group.id,
            instanceType,
            instance: instanceOf({ instanceType, availabilityZone, ...facts }),
            getsTasks,
        })),
    );
    return { hosts, areAll: types !== undefined };
}

type Facts = Omit<Parameters<typeof instanceOf>[0], "instanceType">;

/** What a launch template tells of its instances besides their type. */
function factsOf(template: LaunchTemplate | undefined): Facts {
    if (template === undefined) {
        return {};
    }
    const { imageId, imageParameter, userData } = template;
    const script = typeof userData === "string" ? userData : "";
    return {
        amiId: typeof imageId === "string" && !imageId.startsWith("ami-") ? UNKNOWN : imageId,
        isWindows: /^\s*<powershell>/i.test(script) || /windows/i.test(nameOf(imageParameter)),
        attributes: userData === UNKNOWN ? UNKNOWN : readAgentSettings(script).attributes,
    };
}

function nameOf(parameter: Known<string> | undefined): string {
    return typeof parameter === "string" ? parameter : "";
}
