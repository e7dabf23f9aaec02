import type { AutoName } from "./auto-name";
import type { Aws } from "./aws";
import type { Failure } from "./failure";
import type { Properties, Values } from "./property";

/** One resource type: what it takes, what it answers, and how it lives in AWS. */
export interface ResourceType {
    readonly inputs: Properties;
    /** The outputs that are no inputs. */
    readonly outputs: readonly string[];
    /** The outputs that an update changes. */
    changedByUpdate?(olds: Values, news: Values): readonly string[];
    /** How `name` is generated when it is left out. */
    readonly autoName?: AutoName;
    /** Two of them cannot stand beside each other. */
    readonly deleteBeforeReplace?: boolean;

    /** What is wrong with inputs whose shape is right. Values that are not known yet are not judged. */
    check?(inputs: Values): Failure[];
    /** The inputs whose change counts as none. */
    forgiven?(olds: Values, news: Values): readonly string[];
    /** Which of the changed inputs replace the resource, beyond those that always do. */
    replacedBy?(changed: readonly string[], olds: Values, news: Values): readonly string[];
    /** Why the provider refuses a change, where it does when it looks for differences. */
    refusedChange?(changed: readonly string[], news: Values): string | undefined;
    /** Answers the id. One call to AWS: what fails after it goes into `finish`, so that the resource is not lost. */
    create(aws: Aws, inputs: Values): Promise<string>;
    finish?(aws: Aws, id: string, inputs: Values, timeoutSeconds: number): Promise<void>;
    /** What AWS says of the resource, in the names of inputs and outputs; undefined when it is gone. */
    read(aws: Aws, id: string, state: Values): Promise<Values | undefined>;
    update?(aws: Aws, id: string, news: Values, olds: Values, timeoutSeconds: number): Promise<void>;
    delete(aws: Aws, id: string, state: Values, timeoutSeconds: number): Promise<void>;
}

/** The resource types of one AWS service, by token. */
export type ResourceTypes = Readonly<Record<string, ResourceType>>;

/** A function of the provider. */
export interface ProviderFunction {
    readonly inputs: Properties;
    call(aws: Aws, inputs: Values): Promise<Values>;
}

export type ProviderFunctions = Readonly<Record<string, ProviderFunction>>;
