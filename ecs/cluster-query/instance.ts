import { UNKNOWN, type Known } from "../known";

/** Stands for a value that is none of those that an expression names. */
export const ANOTHER = Symbol("another");

/** A container instance as the cluster query language sees it: the value of a subject, undefined where it has none. */
export type Instance = (subject: string) => Known<string | undefined> | typeof ANOTHER;

/** What is known of an instance before it is there. */
export interface InstanceFacts {
    readonly instanceType: string;
    readonly amiId?: Known<string> | undefined;
    readonly availabilityZone?: Known<string> | undefined;
    readonly isWindows?: boolean;
    /** The attributes that its user data gives it. */
    readonly attributes?: Known<ReadonlyMap<string, Known<string>>> | undefined;
}

/**
 * An instance by what is known of it. An attribute that its user data does not give may be put on it later
 * (PutAttributes). Source: Amazon ECS Developer Guide, "Define which container instances Amazon ECS uses for tasks".
 */
export function instanceOf(facts: InstanceFacts): Instance {
    const { instanceType, amiId, availabilityZone, isWindows = false, attributes } = facts;
    const values: Readonly<Record<string, Known<string> | undefined>> = {
        "attribute:ecs.instance-type": instanceType,
        "attribute:ecs.ami-id": amiId,
        "attribute:ecs.availability-zone": availabilityZone,
        "attribute:ecs.cpu-architecture": architectureOf(instanceType),
        "attribute:ecs.os-type": isWindows ? "windows" : "linux",
        "attribute:ecs.os-family": isWindows ? UNKNOWN : "LINUX",
    };
    return (subject) =>
        values[subject] ??
        (attributes === UNKNOWN ? UNKNOWN : (attributes?.get(subject.replace(/^attribute:/, "")) ?? UNKNOWN));
}

/** Families of AWS's own processors have a `g` after the generation: `m7g`, `c6gn`, `im4gn`; the first was `a1`. */
function architectureOf(instanceType: string): Known<string> {
    const family = /^([a-z\d-]+)\./.exec(instanceType)?.[1];
    return family === undefined ? UNKNOWN : /^(?:a1|[a-z]+\d+g[a-z]*)$/.test(family) ? "arm64" : "x86_64";
}
