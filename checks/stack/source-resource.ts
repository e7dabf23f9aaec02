import type { Places } from "./places";

/** A resource as a source has it, before it is read. */
export interface SourceResource {
    /** Unique in its stack, and what findings name: a URN, a logical id, a Terraform address. */
    readonly id: string;
    /** As the source names it: `aws:ecs/service:Service`, `AWS::ECS::Service`, `aws_ecs_service`. */
    readonly type: string;
    /**
     * In camelCase or PascalCase, with UNKNOWN where a value is not known; a nested block may be a list of one. An
     * image id that comes from a parameter of Systems Manager is written as EC2 writes it, `resolve:ssm:<parameter>`.
     */
    readonly properties: Readonly<Record<string, unknown>>;
    /** Values by which other resources may name it, besides those in its properties: its physical id, its ARN. */
    readonly identifiers?: readonly string[];
    /**
     * For each top-level property, the ids of the resources whose values went into it; for an item of a list, under
     * `property[0]`, too, where the source tells that.
     */
    readonly dependencies?: Readonly<Record<string, readonly string[]>>;
    /** The id of the component around it. */
    readonly parent?: string;
    /** Where its properties stand in the resource that the source has; absent where they are its own. */
    readonly places?: Places;
}
