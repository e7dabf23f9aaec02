import { judgeStack } from "./judge-stack";
import type { Rule } from "../../checks/rules/rule";
import { readStack } from "../../checks/stack/read-stack";
import type { SourceResource } from "../../checks/stack/source-resource";
import { model, sidecar, variable } from "./right-task";
import { resource } from "./stack-resources";
import { violationText } from "./violation-text";
import { undecidedText } from "../../checks/phrasing/property-text";

/** The guide's task definition, with what decides whether two of them can share an instance. */
export function inferenceTask(
    id: string,
    {
        devices = "ALL",
        hostPort = 0 as unknown,
        protocol = "tcp",
        socketPath = undefined as unknown,
        ...rest
    }: Record<string, unknown> = {},
): SourceResource {
    const containerDefinitions = [
        { ...model, portMappings: [{ hostPort, containerPort: 8501, protocol }] },
        { ...sidecar, environment: [variable("AWS_NEURON_VISIBLE_DEVICES", devices)] },
    ];
    return resource("taskDefinition", id, {
        containerDefinitions,
        volumes: [{ name: "sock", ...(socketPath === undefined ? {} : { host: { sourcePath: socketPath } }) }],
        ...rest,
    });
}

/** A service in a cluster, through the capacity provider `inf1`; other properties replace these. */
export function inferenceService(
    id: string,
    taskDefinition: unknown,
    properties: Record<string, unknown> = {},
    dependencies: Record<string, string[]> = {},
): SourceResource {
    return resource(
        "service",
        id,
        {
            cluster: "cluster",
            taskDefinition,
            capacityProviderStrategies: [{ capacityProvider: "inf1" }],
            ...properties,
        },
        dependencies,
    );
}

/** The cluster, and the capacity provider with its group and launch template; other properties replace these. */
export function capacity(
    change: { readonly group?: object; readonly template?: object } = {},
): readonly SourceResource[] {
    return [
        resource("cluster", "cluster"),
        resource("capacityProvider", "inf1", { autoScalingGroupProvider: { autoScalingGroupArn: "group" } }),
        resource("autoScalingGroup", "group", { maxSize: 2, launchTemplate: { id: "template" }, ...change.group }),
        resource("launchTemplate", "template", { instanceType: "inf1.xlarge", ...change.template }),
    ];
}

/** What makes the group launch several types, for {@link capacity}. */
export function launching(...instanceTypes: readonly unknown[]): { readonly group: object } {
    return {
        group: {
            mixedInstancesPolicy: {
                launchTemplate: {
                    launchTemplateSpecification: { launchTemplateId: "template" },
                    overrides: instanceTypes.map((instanceType) => ({ instanceType })),
                },
            },
            launchTemplate: undefined,
        },
    };
}

/** A placement by an expression, of a task definition or a service. */
export function memberOf(expression: unknown): { readonly placementConstraints: readonly object[] } {
    return { placementConstraints: [{ type: "memberOf", expression }] };
}

/** What one rule says of a stack: messages, and what it does not decide, each as `resource: path: …`. */
export function said(rule: Rule, ...resources: readonly SourceResource[]): readonly string[] {
    return judgeStack(rule, readStack(resources)).flatMap(({ resource: id, violations, undecided }) => [
        ...violations.map((one) => `${id}: ${violationText(one)}`),
        ...undecided.map((one) => `${id}: ${undecidedText(one)}: not known`),
    ]);
}
