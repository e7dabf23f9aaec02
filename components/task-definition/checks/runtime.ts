import { describeChips, neuronInstances, runtimeFacts } from "../../../contract";
import { quote, type Problems } from "../../validation/problems";
import { given, type Task } from "../task";

/** The runtime, the pool and the instance types must agree. */
export function checkRuntime({ args, runtime, types }: Task, problems: Problems): void {
    problems.exclusive("instanceType", args.instanceType, "pool", args.pool);
    problems.exclusive("instanceTypes", args.instanceTypes, "pool", args.pool);
    problems.exclusive("instanceType", args.instanceType, "instanceTypes", args.instanceTypes);
    const wanted = given(args.runtime);
    const offered = given(given(args.pool)?.runtime);
    if (wanted !== undefined && offered !== undefined && wanted !== offered) {
        problems.add(
            "runtime",
            `is ${quote(wanted)}, but must be the pool's, which is ${quote(offered)}; leave it out, or give a ` +
                `pool whose runtime is ${wanted}`,
        );
    }
    const known = given(runtime);
    const [first] = types.value;
    for (const type of types.value) {
        if (known !== undefined && !runtimeFacts[known].instanceTypes.includes(type)) {
            problems.add(
                types.path,
                `has ${quote(type)}, which needs the runtime libnrt: ${known} drives Inf1 only; give runtime libnrt, ` +
                    `or one of ${runtimeFacts[known].instanceTypes.join(", ")}`,
            );
        }
        if (first !== undefined && !haveSameChips(first, type)) {
            problems.add(
                types.path,
                `has ${first} with ${describeChips(first)} and ${type} with ${describeChips(type)}, but all types ` +
                    "must have as many chips of one kind: containers map devices by their number; make a task " +
                    "definition for each",
            );
        }
    }
    if (known === "libnrt" && args.neuronRtd !== undefined) {
        problems.add(
            "neuronRtd",
            'is given, but the runtime is "libnrt", which has no daemon; leave it out, or give runtime neuron-rtd',
        );
    }
}

function haveSameChips(one: keyof typeof neuronInstances, other: keyof typeof neuronInstances): boolean {
    const { chip, chips } = neuronInstances[one];
    return neuronInstances[other].chip === chip && neuronInstances[other].chips === chips;
}
