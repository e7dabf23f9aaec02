import type * as pulumi from "@pulumi/pulumi";

/** Where a task may be placed. */
export interface PlacementConstraintArgs {
    /** `memberOf`. */
    type: pulumi.Input<string>;
    /** The expression in the cluster query language: `attribute:ecs.availability-zone == us-east-1a`. */
    expression: pulumi.Input<string>;
}

/** The platform for which a task's images are built. Instances with Inferentia chips have one of them only. */
export interface RuntimePlatformArgs {
    /** `X86_64`. Default: not set. */
    cpuArchitecture?: pulumi.Input<string> | undefined;
    /** `LINUX`. Default: not set. */
    operatingSystemFamily?: pulumi.Input<string> | undefined;
}

/** The proxy of AWS App Mesh. */
export interface ProxyConfigurationArgs {
    /** The container that is the proxy. */
    containerName: pulumi.Input<string>;
    /** `APPMESH`. Default: `APPMESH`. */
    type?: pulumi.Input<string> | undefined;
    /** Settings of the proxy, such as `AppPorts`. Default: none. */
    properties?: pulumi.Input<{ [name: string]: pulumi.Input<string> }> | undefined;
}

/** A statement of an IAM policy that allows something. */
export interface RoleStatementArgs {
    /** The statement's name. Default: none. */
    sid?: pulumi.Input<string> | undefined;
    /** What is allowed: `["s3:GetObject"]`. */
    actions: pulumi.Input<pulumi.Input<string>[]>;
    /** On what: ARNs, or `*`. */
    resources: pulumi.Input<pulumi.Input<string>[]>;
    /** Under which conditions. Default: always. */
    conditions?: pulumi.Input<pulumi.Input<RoleConditionArgs>[]> | undefined;
}

/** A condition of a statement. */
export interface RoleConditionArgs {
    /** The operator: `StringEquals`. */
    test: pulumi.Input<string>;
    /** The context key: `aws:SourceVpce`. */
    variable: pulumi.Input<string>;
    /** The values, of which one must match. */
    values: pulumi.Input<pulumi.Input<string>[]>;
}
