import { componentTypes, neuronRuntimes, resolveSsmPrefix, runtimeFacts, type NeuronRuntime } from "../../contract";
import { UNKNOWN, type Known } from "../../ecs/known";
import { at, firstAt, items, number, text } from "./fields";
import { readAgentSettings } from "../../ecs/pool/agent-settings";
import { inputRuntime } from "../../ecs/render/definition";
import { named } from "../phrasing/names";
import { readRequirements } from "./read-requirements";
import type { Cluster, LaunchTemplate } from "./stack-resources";
import { kindOf } from "./resource-kind";
import type { ResourceReader } from "./resource-reader";
import type { SourceResource } from "./source-resource";
import { decodeUserData } from "./user-data";

const hopLimit = ["metadataOptions", "httpPutResponseHopLimit"] as const;

/** The components that create a launch template, and have the same arguments for it. */
const launchComponents: readonly unknown[] = [componentTypes.launchTemplate, componentTypes.pool];

/** Reads a launch template; its values stand in it, or in its `launchTemplateData`. */
export function readLaunchTemplate(reader: ResourceReader, resource: SourceResource): LaunchTemplate {
    const { id, properties } = resource;
    const value = (...path: string[]) => text(firstAt(properties, path, ["launchTemplateData", ...path]));
    const parent = reader.references.parentOf(resource);
    const component = launchComponents.includes(parent?.type) ? parent?.properties : undefined;
    // Pulumi and Terraform call that of an instance `ami`.
    const imageId = value("imageId") ?? value("ami");
    const given = text(firstAt(properties, ["userData"], ["userDataBase64"], ["launchTemplateData", "userData"]));
    // Around the component's own lines, what it was given says all.
    const userData =
        given === UNKNOWN && component !== undefined ? (text(at(component, "extraUserData")) ?? "") : decoded(given);
    const isInstance = kindOf(resource.type) === "instance";
    return {
        kind: "launchTemplate",
        id,
        title: `${isInstance ? "instance" : "launch template"} ${named(id)}`,
        isInstance,
        instanceType: value("instanceType"),
        typesMeetingRequirements: readRequirements(
            firstAt(properties, ["instanceRequirements"], ["launchTemplateData", "instanceRequirements"]),
        ),
        imageId,
        imageParameter: component === undefined ? parameterIn(imageId) : componentParameter(component),
        hasChosenImage: at(component, "amiId") !== undefined,
        httpTokens: value("metadataOptions", "httpTokens"),
        httpEndpoint: value("metadataOptions", "httpEndpoint"),
        hopLimit: number(firstAt(properties, hopLimit, ["launchTemplateData", ...hopLimit])),
        userData,
        clusters: clustersIn(reader, resource, userData),
    };
}

/** The clusters that user data names, or that went into it. */
function clustersIn(
    reader: ResourceReader,
    resource: SourceResource,
    userData: Known<string> | undefined,
): readonly Cluster[] {
    const holders = ["userData", "userDataBase64", "launchTemplateData"];
    const into = holders.flatMap((property) => reader.references.into(resource, property, ["cluster"]));
    const name = typeof userData === "string" ? readAgentSettings(userData).cluster : undefined;
    const sources = into.map((one) => reader.cluster(one));
    // Of several clusters that have the name, it is the one that went into the script.
    const named = name === undefined || name === UNKNOWN ? UNKNOWN : reader.clusterNamed(resource, "", name);
    return [...new Set([...sources, ...(named === UNKNOWN ? [] : named.targets)])];
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
    const types = at(component, "instanceTypes");
    const runtime =
        text(at(component, "runtime")) ??
        inputRuntime({
            instanceType: text(at(component, "instanceType")),
            instanceTypes: types === undefined ? undefined : strings(types),
        });
    const given = text(at(component, "amiSsmParameter"));
    return given ?? (runtime === UNKNOWN ? UNKNOWN : defaultParameterOf(runtime));
}

function defaultParameterOf(runtime: string): string | undefined {
    return neuronRuntimes.find((one) => one === runtime) && runtimeFacts[runtime as NeuronRuntime].amiParameter;
}

function strings(list: unknown): Known<readonly Known<string>[]> {
    const all = items(list);
    return all === UNKNOWN ? UNKNOWN : all.map((one) => text(one) ?? UNKNOWN);
}

/** Terraform's provider keeps no more than a hash of some user data. */
const hash = /^[\da-f]{40}$/;

function decoded(userData: Known<string> | undefined): Known<string> | undefined {
    if (typeof userData === "string" && hash.test(userData)) {
        return UNKNOWN;
    }
    return typeof userData === "string" ? (decodeUserData(userData) ?? UNKNOWN) : userData;
}
