import type { ExampleChange, ExampleRoles } from "./change";

/** A right definition, which an example changes in one or two places. */
export interface Base {
    /** What it is, as it stands in a sentence. */
    readonly name: string;
    /** A task definition as `register-task-definition` takes it, or a CloudFormation template. */
    readonly definition: Readonly<Record<string, unknown>>;
    readonly roles: ExampleRoles;
}

/** What is said of an example, in words. */
export interface ExpectedFinding {
    readonly path: string;
    readonly message: string;
    /** The rule, where it is another one than the example's: some mistakes are two. */
    readonly rule?: string;
    /** The resource, where the example is a template. */
    readonly resource?: string;
}

/** What a rule accepts or rejects, as a change of something right. */
export interface Example {
    /** What was done, in plain words: it names the example, and readers of the rule's page see it. */
    readonly title: string;
    readonly base: Base;
    readonly changes: readonly ExampleChange[];
    /** All that is said of it. Nothing where it is right. */
    readonly findings: readonly ExpectedFinding[];
}
