import { Runtime } from "../../contract";

/**
 * The enforcement levels of CrossGuard. `remediate` repairs what has one right answer, and is mandatory for the rest.
 */
export const levels = ["advisory", "mandatory", "remediate", "disabled"] as const;
export type Level = (typeof levels)[number];

/** Which task definitions the rules check: those for inference, or all. */
export const Scope = { Auto: "auto", All: "all" } as const;
export type Scope = (typeof Scope)[keyof typeof Scope];

/** Switches a rule off for one resource. */
export interface Suppression {
    /** The resource's URN, id or name, in which `*` stands for any text. */
    readonly resource: string;
    /** Why; it is reported with what is suppressed. */
    readonly reason: string;
}

/** What can be configured of a rule, besides its level. */
export interface RuleOptions {
    readonly scope: Scope;
    readonly runtimes: readonly Runtime[];
    /** The repositories that the sidecar's image may come from; undefined when any may be used. */
    readonly allowedSidecarImages: readonly string[] | undefined;
    readonly suppressions: readonly Suppression[];
}

export type OptionName = keyof RuleOptions;

export const defaultOptions: RuleOptions = {
    scope: Scope.Auto,
    runtimes: Object.values(Runtime),
    allowedSidecarImages: undefined,
    suppressions: [],
};
