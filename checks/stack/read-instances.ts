import {
    componentTypes,
    defaultRuntime,
    neuronRuntimes,
    resolveSsmPrefix,
    runtimeFacts,
    type NeuronRuntime,
} from "../../contract";
import { UNKNOWN, type Known } from "../../ecs/known";
import { at, firstAt, items, number, text } from "./fields";
import type { AutoScalingGroup, LaunchTemplate } from "./stack-resources";
import type { ResourceReader } from "./resource-reader";
import type { SourceResource } from "./source-resource";
import { decodeUserData } from "./user-data";

const mixed = ["mixedInstancesPolicy", "launchTemplate"] as const;

export function readAutoScalingGroup(reader: ResourceReader, resource: SourceResource): AutoScalingGroup {
    const { id, properties } = resource;
    const template = [
        ["launchTemplate", "id"],
        ["launchTemplate", "launchTemplateId"],
        ["launchTemplate", "name"],
        ["launchTemplate", "launchTemplateName"],
        [...mixed, "launchTemplateSpecification", "launchTemplateId"],
        [...mixed, "launchTemplateSpecification", "launchTemplateName"],
        ["launchConfiguration"],
        ["launchConfigurationName"],
    ] as const;
    const overrides = items(firstAt(properties, [...mixed, "overrides"], [...mixed, "override"]));
    return {
        id,
        launchTemplate: reader.reference(
            resource,
            template,
            (one) => reader.launchTemplate(one),
            "launchTemplate",
            "launchConfiguration",
        ),
        instanceTypes:
            overrides === UNKNOWN
                ? UNKNOWN
                : overrides.map((override) => text(at(override, "instanceType")) ?? UNKNOWN),
        maxSize: number(at(properties, "maxSize")),
    };
}

const hopLimit = ["metadataOptions", "httpPutResponseHopLimit"] as const;

/** Reads a launch template; its values stand in it, or in its `launchTemplateData`. */
export function readLaunchTemplate(reader: ResourceReader, resource: SourceResource): LaunchTemplate {
    const { id, properties } = resource;
    const value = (...path: string[]) => text(firstAt(properties, path, ["launchTemplateData", ...path]));
    const parent = reader.references.parentOf(resource);
    const component = parent?.type === componentTypes.launchTemplate ? parent.properties : undefined;
    const imageId = value("imageId");
    const userData = text(firstAt(properties, ["userData"], ["userDataBase64"], ["launchTemplateData", "userData"]));
    const holders = ["userData", "userDataBase64", "launchTemplateData"];
    const clusters = holders.flatMap((property) => reader.references.into(resource, property, ["cluster"]));
    return {
        kind: "launchTemplate",
        id,
        instanceType: value("instanceType"),
        imageId,
        imageParameter: component === undefined ? parameterIn(imageId) : componentParameter(component),
        hasChosenImage: at(component, "amiId") !== undefined,
        httpTokens: value("metadataOptions", "httpTokens"),
        httpEndpoint: value("metadataOptions", "httpEndpoint"),
        hopLimit: number(firstAt(properties, hopLimit, ["launchTemplateData", ...hopLimit])),
        // Around the component's own lines, what it was given says all.
        userData:
            userData === UNKNOWN && component !== undefined
                ? (text(at(component, "extraUserData")) ?? "")
                : decoded(userData),
        clusters: clusters.map((one) => reader.cluster(one)),
    };
}

/** EC2 takes a version or a label after the parameter's name. */
function parameterIn(imageId: Known<string> | undefined): Known<string> | undefined {
    if (imageId === undefined || imageId === UNKNOWN) {
        return imageId;
    }
    return imageId.startsWith(resolveSsmPrefix)
        ? imageId.slice(resolveSsmPrefix.length).replace(/:[^:/]*$/, "")
        : undefined;
}

function componentParameter(component: Readonly<Record<string, unknown>>): Known<string> | undefined {
    if (at(component, "amiId") !== undefined) {
        return undefined;
    }
    const runtime = text(at(component, "runtime")) ?? defaultRuntime;
    const given = text(at(component, "amiSsmParameter"));
    return given ?? (runtime === UNKNOWN ? UNKNOWN : defaultParameterOf(runtime));
}

function defaultParameterOf(runtime: string): string | undefined {
    return neuronRuntimes.find((one) => one === runtime) && runtimeFacts[runtime as NeuronRuntime].amiParameter;
}

function decoded(userData: Known<string> | undefined): Known<string> | undefined {
    return typeof userData === "string" ? (decodeUserData(userData) ?? UNKNOWN) : userData;
}
