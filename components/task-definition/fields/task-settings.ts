import { list, map, object, required, type Check, type Fields } from "../../validation/shape";
import { anyText, oneOf, text } from "../../validation/values";
import type {
    PlacementConstraintArgs,
    ProxyConfigurationArgs,
    RoleConditionArgs,
    RoleStatementArgs,
    RuntimePlatformArgs,
} from "../args/task-settings";

const texts = list(anyText, "a list with at least one text");

const placementConstraintFields: Fields<PlacementConstraintArgs> = {
    type: required(oneOf(["memberOf"]), "give memberOf"),
    expression: required(text(/\S/, "an expression of the cluster query language"), "give the expression"),
};

const runtimePlatformFields: Fields<RuntimePlatformArgs> = {
    cpuArchitecture: oneOf(["X86_64"]),
    operatingSystemFamily: oneOf(["LINUX"]),
};

const proxyConfigurationFields: Fields<ProxyConfigurationArgs> = {
    containerName: required(anyText, "name the container that is the proxy"),
    type: oneOf(["APPMESH"]),
    properties: map(anyText, "a map of the proxy's settings"),
};

const conditionFields: Fields<RoleConditionArgs> = {
    test: required(anyText, "give the operator, such as StringEquals"),
    variable: required(anyText, "give the context key"),
    values: required(texts, "give the values"),
};

const statementFields: Fields<RoleStatementArgs> = {
    sid: text(/^[A-Za-z0-9]*$/, "letters and digits"),
    actions: required(texts, "give what is allowed"),
    resources: required(texts, "give on what it is allowed"),
    conditions: list(object("a condition", conditionFields), "a list of conditions", 0),
};

export const placementConstraint: Check = object("a placement constraint", placementConstraintFields);
export const runtimePlatform: Check = object("a platform", runtimePlatformFields);
export const proxyConfiguration: Check = object("a proxy", proxyConfigurationFields);
export const roleStatements: Check = list(object("a statement", statementFields), "a list of statements", 0);
