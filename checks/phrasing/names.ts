import type { Container } from "../../ecs/task/task-definition";
import { propertyText } from "./property-text";

/** A container in a message: its name, or its place where the name is not known. */
export function label({ name, path }: Pick<Container, "name" | "path">): string {
    return typeof name === "string" && name !== ""
        ? `container "${clip(name)}"`
        : `container at ${propertyText({ path })}`;
}

/** A resource in a message: of a URN, the name at its end. */
export function named(id: string): string {
    return quoted(id.startsWith("urn:") ? id.slice(id.lastIndexOf("::") + 2) : id);
}

/** What the rules judge, by its kind, in a word of the field: one of it. */
export const nounOf = {
    taskDefinition: "task definition",
    taskStarter: "service",
    launchTemplate: "launch template",
    scalableTarget: "scalable target",
} as const;

const maxQuotedLength = 80;

/** Names of parameters are longer. */
export const maxParameterLength = 200;

/** Quotes a value of the Neuron contract; a hostile definition cannot make a message long. */
export function quoted(value: string, max: number = maxQuotedLength): string {
    return JSON.stringify(clip(value, max));
}

function clip(text: string, max: number = maxQuotedLength): string {
    return text.length > max ? `${text.slice(0, max)}…` : text;
}
