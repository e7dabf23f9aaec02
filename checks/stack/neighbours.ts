import { known, Undecided, UNKNOWN, whenKnown } from "../../ecs/known";
import type { Placement } from "../../ecs/service/meeting";
import { TenantIndex } from "../../ecs/service/tenant-index";
import { sharedOnInstance, sharePool, type Tenant } from "../../ecs/service/tenant";
import { resourcesOf, type Common } from "../../ecs/task/sharing";
import { knowsSize, sizeOf } from "../../ecs/task/task-size";
import { fargateOf, isInferenceStarter, reading, readingTask, taskOf } from "./inference-starter";
import { hostsOf } from "./hosts";
import { launchingIds } from "./instances";
import { expressionsOf } from "./starter-placement";
import { stackMemo, type Stack } from "./stack";
import type { Cluster, TaskStarter, StackTaskDefinition } from "./stack-resources";

/** Another service whose tasks can meet those of a service on one instance, and what they share there. */
export interface Conflict {
    readonly other: TaskStarter;
    readonly common: Common;
    /** Whether the stack shows that both get instances of the same group; else they only may. */
    readonly arePlacedTogether: boolean;
}

/**
 * The services in a service's cluster whose tasks want the same devices, or the same socket: of each device and of the
 * socket the first, because all of them would be a list that grows with the square of the stack. @throws Undecided
 * after them, while something of another is not known
 */
export function* conflicts(service: TaskStarter, task: StackTaskDefinition, stack: Stack): Iterable<Conflict> {
    const { byCluster, anywhere } = inferenceServices(stack);
    throwFirst(anywhere, service);
    const shared = known(service.cluster, ["cluster"]).targets.flatMap((cluster) => byCluster.get(cluster) ?? []);
    shared.forEach(({ perhaps }) => throwFirst(perhaps, service));
    const others = shared.filter(({ services }) => services.some((one) => one !== service));
    if (others.length === 0) {
        return;
    }
    const own = tenantOf(service, task, stack);
    const found = new Set(others.flatMap(({ tenants }) => tenants.firstOfEach(own)));
    for (const other of [...found].sort((one, next) => one.index - next.index)) {
        const common = sharedOnInstance(own, other);
        if (common.devices || common.socket !== undefined) {
            const arePlacedTogether = sharePool(own, other);
            if (arePlacedTogether) {
                if (haveOwnSubnets(service, other.service)) {
                    // They may be in other zones, and so are their tasks.
                    throw new Undecided({ path: ["networkConfiguration"] });
                }
                // What is not known of the types, or of a size, may leave no room for both.
                [service, other.service].forEach((one) => reading(one, () => hostsOf(one, stack)));
                [task, taskOf(other.service)].forEach((one) => one && readingTask(one, knowsSize));
            }
            yield { other: other.service, common, arePlacedTogether };
        }
    }
    others.forEach(({ unread }) => throwFirst(unread, service));
}

/** An inference service of a cluster. */
interface Neighbour extends Tenant {
    readonly service: TaskStarter;
    /** Its place among the services of the stack. */
    readonly index: number;
}

/** What tasks of a service take of their instances, and on which they are placed. @throws Undecided */
export function tenantOf(
    service: TaskStarter,
    task: StackTaskDefinition,
    stack: Stack,
): Tenant & { readonly service: TaskStarter } {
    const resources = readingTask(task, resourcesOf);
    const expressions = reading(service, () => expressionsOf(service));
    // While something of them is not known, they may be any.
    const pools = whenKnown(() => launchingIds(service));
    const shown = whenKnown(() => hostsOf(service, stack));
    const placement: Placement = {
        hosts: shown !== UNKNOWN && shown.areAll ? shown.hosts : undefined,
        expressions,
        group: service.name === UNKNOWN ? UNKNOWN : `service:${service.name}`,
        size: sizeOf(task.task),
        hasInterface: task.task.networkMode === "awsvpc",
    };
    return { service, resources, pools: pools === UNKNOWN ? undefined : pools, placement };
}

function haveOwnSubnets({ perhapsSubnets: some }: TaskStarter, { perhapsSubnets: others }: TaskStarter): boolean {
    return some.length > 0 && others.length > 0 && !some.some((subnet) => others.includes(subnet));
}

/** A service of which something is not known, and the error that says what. */
interface UndecidedService {
    readonly service: TaskStarter;
    readonly error: unknown;
}

/** The inference services of one cluster. */
class ClusterServices {
    readonly services: TaskStarter[] = [];
    readonly tenants = new TenantIndex<Neighbour>();
    /** Those that may be for inference, or may be on Fargate. */
    readonly perhaps: UndecidedService[] = [];
    /** Those of whose task something is not known. */
    readonly unread: UndecidedService[] = [];

    add(service: TaskStarter, index: number, stack: Stack): void {
        this.services.push(service);
        try {
            const task = reading(service, () => taskOf(service));
            if (task !== undefined) {
                this.tenants.add({ ...tenantOf(service, task, stack), index });
            }
        } catch (error) {
            this.unread.push({ service, error });
        }
    }
}

interface InferenceServices {
    readonly byCluster: ReadonlyMap<Cluster, ClusterServices>;
    /** Those that may be in any cluster. */
    readonly anywhere: readonly UndecidedService[];
}

const inferenceServices = stackMemo((stack: Stack): InferenceServices => {
    const byCluster = new Map<Cluster, ClusterServices>();
    const anywhere: UndecidedService[] = [];
    stack.starters.forEach((service, index) => {
        const hasTasks = service.isService && hasTasksOnInstances(service);
        if (hasTasks === false) {
            return;
        }
        if (service.cluster === UNKNOWN) {
            anywhere.push(hasTasks === true ? undecided(service, "cluster") : hasTasks);
            return;
        }
        for (const cluster of service.cluster.targets) {
            const others = byCluster.get(cluster) ?? new ClusterServices();
            byCluster.set(cluster, others);
            if (hasTasks === true) {
                others.add(service, index, stack);
            } else {
                others.perhaps.push(hasTasks);
            }
        }
    });
    return { byCluster, anywhere };
});

/** Whether a service has inference tasks on instances; or why that is not known. */
function hasTasksOnInstances(service: TaskStarter): boolean | UndecidedService {
    const runsInference = isInferenceStarter(service);
    try {
        if (runsInference === false || reading(service, () => fargateOf(service)) !== undefined) {
            return false;
        }
    } catch (error) {
        return { service, error };
    }
    return runsInference === UNKNOWN ? undecided(service, "taskDefinition") : true;
}

function undecided(service: TaskStarter, path: string): UndecidedService {
    return { service, error: new Undecided({ path: [path], owner: service.id }) };
}

function throwFirst(undecidedServices: readonly UndecidedService[], service: TaskStarter): void {
    const first = undecidedServices.find((one) => one.service !== service);
    if (first !== undefined) {
        throw first.error;
    }
}
