import assert from "node:assert/strict";
import { exampleOf } from "../../checks/examples";
import { everyRule } from "./every-rule";

export interface ContainerDefinition {
    [key: string]: unknown;
    name: string;
    environment: { name: string; value: string }[];
    mountPoints: { sourceVolume: string; containerPath: string }[];
}

/** A task definition whose sidecar only its command tells. */
const right = exampleOf("neuron-rtd-sidecar", "the sidecar has an image and a name of its own");

/** What the rules find when this task definition is changed; all of it is decided. */
export function found(
    change: (model: ContainerDefinition, daemon: ContainerDefinition, containers: ContainerDefinition[]) => void,
): readonly string[] {
    const definition = structuredClone(right.definition) as { containerDefinitions: ContainerDefinition[] };
    const [model, daemon] = definition.containerDefinitions as [ContainerDefinition, ContainerDefinition];
    change(model, daemon, definition.containerDefinitions);
    const { problems, violations, undecided } = everyRule(definition);
    assert.deepStrictEqual({ problems, undecided }, { problems: [], undecided: [] });
    return violations;
}
