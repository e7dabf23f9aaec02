import { UNKNOWN } from "../known";
import type { Container } from "./task-definition";

/** The parts that a container of a Neuron task plays. */
export const parts = ["model", "daemon", "other"] as const;
export type RolePart = (typeof parts)[number];

/** The Docker label by which a team says which part a container plays. It always wins. */
export const roleLabel = "ecs-inferentia.role";

/** What the label says; undefined where it is not there. */
export function labelOf({ dockerLabels }: Container): string | undefined {
    const label = dockerLabels === UNKNOWN ? UNKNOWN : dockerLabels.get(roleLabel);
    return label === UNKNOWN ? undefined : label;
}

/** The part that the label says; undefined where it is not there, or says none. */
export function labelledPart(container: Container): RolePart | undefined {
    const label = labelOf(container);
    return parts.find((part) => part === label);
}
