import { UNKNOWN, type Known } from "../../ecs/known";
import { at, firstAt, items, number, pascal, text } from "./fields";
import { readRequirements } from "./read-requirements";
import { kindOf } from "./resource-kind";
import type { AutoScalingGroup, LaunchTemplate, ResourceReference } from "./stack-resources";
import type { ResourceReader } from "./resource-reader";
import type { SourceResource } from "./source-resource";
import { zonesOf } from "./zones";

/**
 * Reads what launches several instances: an Auto Scaling group, or a fleet. One that launches from several templates is
 * as many groups of one id.
 */
export function readAutoScalingGroups(reader: ResourceReader, resource: SourceResource): readonly AutoScalingGroup[] {
    if (kindOf(resource.type) === "fleet") {
        return readFleet(reader, resource);
    }
    const { id, properties } = resource;
    const overrides = firstAt(properties, [...mixed, "overrides"], [...mixed, "override"]);
    const common: Omit<AutoScalingGroup, keyof Launch> = {
        id,
        availabilityZones: zonesOf(resource, reader.references, ofGroup),
        maxSize: number(at(properties, "maxSize")),
        ...(at(properties, "isOfBatch") === true && { isOfBatch: true }),
    };
    return launchesOf(reader, resource, templatesOfGroup, items(overrides)).map((launch) => ({ ...common, ...launch }));
}

/** Reads an instance that stands there by itself: a group of one, with a launch template of its own. */
export function readInstance(reader: ResourceReader, resource: SourceResource): AutoScalingGroup {
    const { id } = resource;
    const own = reader.launchTemplate(resource);
    const base = templateNamed(reader, resource, namesIn("launchTemplate"));
    const [template] = base === UNKNOWN ? [] : base.targets;
    const merged: LaunchTemplate = {
        ...own,
        instanceType: own.instanceType ?? (base === UNKNOWN ? UNKNOWN : template?.instanceType),
        typesMeetingRequirements: template?.typesMeetingRequirements,
        imageId: own.imageId ?? template?.imageId,
        userData: own.userData ?? template?.userData,
        clusters: own.userData === undefined ? (template?.clusters ?? []) : own.clusters,
    };
    return {
        id,
        launchTemplate: { targets: [merged], elsewhere: false },
        instanceTypes: [],
        availabilityZones: zonesOf(resource, reader.references, ofInstance),
        maxSize: 1,
    };
}

/** A fleet has launch templates, each with types; a spot fleet has instances of its own in their place. */
function readFleet(reader: ResourceReader, resource: SourceResource): readonly AutoScalingGroup[] {
    const { id } = resource;
    const common: Omit<AutoScalingGroup, keyof Launch> = { id, availabilityZones: UNKNOWN, maxSize: undefined };
    const blocks = (...keys: readonly string[]) => {
        const given = keys.flatMap((key) => [[key], [spotConfiguration, key]]);
        const property = keys.find((key) => at(resource.properties, key) !== undefined) ?? spotConfiguration;
        const all = items(firstAt(resource.properties, ...given));
        return (all === UNKNOWN ? [UNKNOWN] : all).map((block, index) =>
            blockOf(resource, property, block, `[${index}]`),
        );
    };
    const configurations = blocks("launchTemplateConfigs", "launchTemplateConfig")
        .flatMap((one) =>
            launchesOf(reader, one, specification, items(firstAt(one.properties, ["overrides"], ["override"]))),
        )
        .map(withOwnTypes);
    const instances = blocks("launchSpecifications", "launchSpecification").map((one) => readInstance(reader, one));
    const launches = [
        ...configurations.map((launch) => ({ ...common, ...launch })),
        ...instances.map((instance) => ({ ...instance, maxSize: undefined })),
    ];
    return launches.length > 0
        ? launches
        : [{ ...common, launchTemplate: { targets: [], elsewhere: true }, instanceTypes: [] }];
}

/** What launches from one template, or from one of which it is not known which it is. */
type Launch = Pick<AutoScalingGroup, "launchTemplate" | "instanceTypes">;

/** A template with the overrides that keep it, and each that names another one. */
function launchesOf(
    reader: ResourceReader,
    resource: SourceResource,
    names: readonly Name[],
    overrides: Known<readonly unknown[]>,
): readonly Launch[] {
    const launchTemplate = templateNamed(reader, resource, names);
    if (overrides === UNKNOWN) {
        return [{ launchTemplate, instanceTypes: UNKNOWN }];
    }
    const others = overrides.filter((one) => specification.some((name) => text(at(one, ...name)) !== undefined));
    const kept = overrides.filter((one) => !others.includes(one));
    const launches = others
        .map((override): Launch => ({
            launchTemplate: templateNamed(reader, blockOf(resource, "mixedInstancesPolicy", override), specification),
            instanceTypes: namesTypes(override) ? typesOf(override) : [],
        }))
        .map(withOwnTypes);
    return kept.length === 0 && launches.length > 0
        ? launches
        : [{ launchTemplate, instanceTypes: kept.flatMap(typesOf) }, ...launches];
}

/** Without types, the types are those of the template: not known where it may be one of several. */
function withOwnTypes(launch: Launch): Launch {
    const { launchTemplate, instanceTypes } = launch;
    const isOfSeveral = launchTemplate !== UNKNOWN && launchTemplate.targets.length > 1;
    return isOfSeveral && instanceTypes !== UNKNOWN && instanceTypes.length === 0
        ? { ...launch, instanceTypes: UNKNOWN }
        : launch;
}

/** Where a launch template is named. */
type Name = readonly [string, ...string[]];

const namesIn = (holder: string): readonly Name[] =>
    ["id", "launchTemplateId", "name", "launchTemplateName"].map((key) => [holder, key]);

const mixed = ["mixedInstancesPolicy", "launchTemplate"] as const;
const specification = namesIn("launchTemplateSpecification");
const templatesOfGroup: readonly Name[] = [
    ...namesIn("launchTemplate"),
    ...specification.map((name): Name => [...mixed, ...name]),
    ["launchConfiguration"],
    ["launchConfigurationName"],
];
const spotConfiguration = "spotFleetRequestConfigData";

function templateNamed(
    reader: ResourceReader,
    resource: SourceResource,
    names: readonly Name[],
): Known<ResourceReference<LaunchTemplate>> {
    const read = (one: SourceResource) => reader.launchTemplate(one);
    return reader.reference(resource, names, read, "launchTemplate", "launchConfiguration");
}

/**
 * A block of a resource, read as one of its own. Of what went into it no more is known than of the item, or of the
 * whole property.
 */
function blockOf(resource: SourceResource, property: string, block: unknown, item = ""): SourceResource {
    const { dependencies = {} } = resource;
    const keys = [property, pascal(property)];
    const sources = [...keys.map((key) => key + item), ...keys].map((key) => dependencies[key]).find(isThere) ?? [];
    return {
        id: resource.id,
        type: resource.type,
        properties:
            typeof block === "object" && block !== null
                ? (block as SourceResource["properties"])
                : { launchTemplateSpecification: UNKNOWN, overrides: UNKNOWN, instanceType: UNKNOWN },
        dependencies: { launchTemplateSpecification: sources, userData: sources },
    };
}

function isThere<T>(value: T | undefined): value is T {
    return value !== undefined;
}

function namesTypes(override: unknown): boolean {
    return ["instanceType", "instanceRequirements"].some((key) => at(override, key) !== undefined);
}

function typesOf(override: unknown): readonly Known<string>[] {
    const type = text(at(override, "instanceType"));
    const types = type === undefined ? readRequirements(at(override, "instanceRequirements")) : undefined;
    return types === undefined || types === UNKNOWN ? [type ?? UNKNOWN] : types;
}

/** Where groups and instances name their zones, and their subnets. */
const ofGroup = {
    names: "availabilityZones",
    subnets: [["vpcZoneIdentifiers"], ["vpcZoneIdentifier"], ["VPCZoneIdentifier"]],
} as const;
const ofInstance = { names: "availabilityZone", subnets: [["subnetId"]] } as const;
