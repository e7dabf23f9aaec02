import { neuronPlacementOf, neuronTypesOnly } from "../../ecs/cluster-query/neuron-placement";
import { holdOn } from "../../ecs/cluster-query/together";
import { isNeuronInstanceType } from "../../contract";
import { known, Undecided, UNKNOWN, whenKnown } from "../../ecs/known";
import { asksForNeuronDevices } from "../../ecs/task/requested-devices";
import type { TaskDefinition } from "../../ecs/task/task-definition";
import { memberOfExpressions } from "../../ecs/task/member-of";
import { readingTask, taskOf } from "./inference-starter";
import { hostsOf, type StarterHost } from "./hosts";
import { hasManagedInstances } from "./instances";
import type { Stack } from "./stack";
import type { StackTaskDefinition, TaskStarter } from "./stack-resources";

const path = ["placementConstraints"];

/**
 * The placement expressions of the starter and of its task definition, without those that are wrong by themselves or
 * say nothing of types. @throws Undecided
 */
export function expressionsOf(starter: TaskStarter): readonly string[] {
    const task = taskOf(starter);
    const own = memberOfExpressions(known(starter.placementConstraints, path), path);
    const read = ({ placementConstraints }: TaskDefinition) =>
        memberOfExpressions(known(placementConstraints, path), path);
    const written = task === undefined ? own : [...own, ...readingTask(task, read)];
    const expressions = [...written, ...zoneExpressions(starter, task)];
    return expressions.filter((expression) => (neuronPlacementOf([expression])?.possible.length ?? 0) > 0);
}

/**
 * What the network asks of the placement: a task's own interface and its instance are in one zone
 * (aws/containers-roadmap#49).
 */
function zoneExpressions({ zones }: TaskStarter, task: StackTaskDefinition | undefined): readonly string[] {
    const isAwsvpc = task?.task.networkMode === "awsvpc";
    return isAwsvpc && zones !== UNKNOWN && zones.length > 0 && !zones.includes(UNKNOWN)
        ? [`attribute:ecs.availability-zone in [${zones.map(String).join(", ")}]`]
        : [];
}

/** The instance types on which tasks may be placed. */
export interface PlacedTypes {
    readonly types: readonly string[];
    /** Whether the stack launches every one of them; else, the placement expressions alone allow them. */
    readonly areLaunched: boolean;
}

/**
 * The types on which the starter's tasks may be placed: what is launched, as far as the placement expressions let the
 * tasks there, or else what those name. Undefined where neither is shown, or nothing is left. @throws Undecided
 */
export function placedTypes(starter: TaskStarter, stack: Stack): PlacedTypes | undefined {
    const expressions = expressionsOf(starter);
    const named = neuronTypesOnly(expressions);
    // What joins the cluster is not all that may, and so narrows no types that are named.
    const shown = named !== undefined && starter.capacity === undefined ? undefined : hostsOf(starter, stack);
    const launched = shown?.areAll === true ? shown.hosts : undefined;
    const types =
        launched
            ?.filter(({ instance }) => holdOn(expressions, instance) !== false)
            .map(({ instanceType }) => instanceType) ??
        named ??
        [];
    const areLaunched = launched?.every(({ getsTasks }) => getsTasks) === true;
    return types.length === 0 ? undefined : { types: [...new Set(types)], areLaunched };
}

/** What may take a starter's tasks, and what its placement constraints say of that. */
export interface StarterCapacity {
    readonly types: readonly string[];
    /** Those of them that have Inferentia or Trainium. */
    readonly neuronTypes: readonly string[];
    /** Whether its capacity providers launch nothing on which its tasks can be placed. */
    readonly neverStart: boolean;
    /** Whether tasks may be placed on instances without Inferentia or Trainium. @throws Undecided */
    readonly isForeign: () => boolean;
}

/** @throws Undecided */
export function capacityOf(starter: TaskStarter, stack: Stack): StarterCapacity {
    const expressions = expressionsOf(starter);
    const { hosts, areAll } = hostsOf(starter, stack);
    const isPlacedByEcs = whenKnown(() => placesByDevices(starter));
    const isNeuron = ({ instanceType }: StarterHost) => isNeuronInstanceType(instanceType);
    const candidates = hosts.flatMap((host) => {
        const answer = holdOn(expressions, host.instance);
        return answer === false || (isPlacedByEcs === true && !isNeuron(host)) ? [] : [{ host, answer }];
    });
    const others = candidates.filter(({ host }) => !isNeuron(host));
    const hasOther = others.some(({ host, answer }) => answer === true && host.getsTasks);
    const types = [...new Set(hosts.map(({ instanceType }) => instanceType))];
    return {
        types,
        neuronTypes: types.filter(isNeuronInstanceType),
        neverStart: starter.capacity !== undefined && areAll && candidates.length === 0,
        isForeign() {
            if (placesByDevices(starter)) {
                return false;
            }
            const isTold = candidates.some(({ host, answer }) => isNeuron(host) && answer === true);
            const mayBe = others.length > 0 && !isTold;
            // Others that are Neuron instances too would change nothing.
            const mayBeOthers = starter.capacity === undefined && !stack.isComplete;
            if (!hasOther && (!areAll ? !hasManagedInstances(starter) : mayBeOthers || mayBe)) {
                throw new Undecided({
                    path: [`instances of the ${starter.capacity === undefined ? "cluster" : "capacity providers"}`],
                });
            }
            return hasOther;
        },
    };
}

/** Whether ECS itself finds an instance with the devices. @throws Undecided */
function placesByDevices(starter: TaskStarter): boolean {
    const task = taskOf(starter);
    return task !== undefined && readingTask(task, asksForNeuronDevices);
}
