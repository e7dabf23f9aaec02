import type * as pulumi from "@pulumi/pulumi";
import { awsObject, list, map, object, required } from "../../validation/shape";
import { anyText, oneOf, text } from "../../validation/values";

const texts = list(anyText, "a list with at least one text");

/** Where a task may be placed. */
export interface PlacementConstraint {
    /** `memberOf`. */
    type: pulumi.Input<string>;
    /** The expression in the cluster query language: `attribute:ecs.availability-zone == us-east-1a`. */
    expression: pulumi.Input<string>;
}

export const placementConstraint = awsObject<PlacementConstraint>("a placement constraint", {
    type: required(oneOf(["memberOf"]), "give memberOf"),
    expression: required(text(/\S/, "an expression of the cluster query language"), "give the expression"),
});

/** The platform for which a task's images are built. Instances with Inferentia chips have one of them only. */
export interface RuntimePlatform {
    /** `X86_64`. Default: not set. */
    cpuArchitecture?: pulumi.Input<string> | undefined;
    /** `LINUX`. Default: not set. */
    operatingSystemFamily?: pulumi.Input<string> | undefined;
}

export const runtimePlatform = awsObject<RuntimePlatform>("a platform", {
    cpuArchitecture: oneOf(["X86_64"]),
    operatingSystemFamily: oneOf(["LINUX"]),
});

/** The proxy of AWS App Mesh. */
export interface ProxyConfiguration {
    /** The container that is the proxy. */
    containerName: pulumi.Input<string>;
    /** `APPMESH`. Default: `APPMESH`. */
    type?: pulumi.Input<string> | undefined;
    /** Settings of the proxy, such as `AppPorts`. Default: none. */
    properties?: pulumi.Input<{ [name: string]: pulumi.Input<string> }> | undefined;
}

export const proxyConfiguration = awsObject<ProxyConfiguration>("a proxy", {
    containerName: required(anyText, "name the container that is the proxy"),
    type: oneOf(["APPMESH"]),
    properties: map(anyText, "an object of the proxy's settings"),
});

/** A condition of a statement. */
export interface RoleCondition {
    /** The operator: `StringEquals`. */
    test: pulumi.Input<string>;
    /** The context key: `aws:SourceVpce`. */
    variable: pulumi.Input<string>;
    /** The values, of which one must match. */
    values: pulumi.Input<pulumi.Input<string>[]>;
}

const condition = object<RoleCondition>("a condition", {
    test: required(anyText, "give the operator, such as StringEquals"),
    variable: required(anyText, "give the context key"),
    values: required(texts, "give the values"),
});

/** A statement of an IAM policy that allows something. */
export interface RoleStatement {
    /** The statement's name. Default: none. */
    sid?: pulumi.Input<string> | undefined;
    /** What is allowed: `["s3:GetObject"]`. */
    actions: pulumi.Input<pulumi.Input<string>[]>;
    /** On what: ARNs, or `*`. */
    resources: pulumi.Input<pulumi.Input<string>[]>;
    /** Under which conditions. Default: always. */
    conditions?: pulumi.Input<pulumi.Input<RoleCondition>[]> | undefined;
}

const statement = object<RoleStatement>("a statement", {
    sid: text(/^[A-Za-z0-9]*$/, "letters and digits"),
    actions: required(texts, "give what is allowed"),
    resources: required(texts, "give on what it is allowed"),
    conditions: list(condition, "a list of conditions", 0),
});

export const roleStatements = list(statement, "a list of statements", 0);
