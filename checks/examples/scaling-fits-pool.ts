import { scaledStack } from "./bases/stack";
import type { Example } from "./example";

const max = "Resources.Scaling.Properties.MaxCapacity";
const constraints = "Resources.Service.Properties.PlacementConstraints";
const sharing = {
    set: constraints,
    to: [{ Type: "memberOf", Expression: "attribute:ecs.instance-type == inf1.xlarge" }],
};

const finding = (capacity: string, why: string, remedy: string) => ({
    resource: "Scaling",
    path: "maxCapacity",
    message:
        `scalable target "Scaling" has a maximum capacity of 4, but the capacity providers of service "Service" hold ` +
        `at most ${capacity} (maxSize), ${why}: lower it to ${remedy}`,
});

export const scalingFitsPoolExamples: readonly Example[] = [
    {
        title: "it is scaled above the instances of its group",
        base: scaledStack,
        changes: [{ set: max, to: 4 }],
        findings: [
            finding(
                "2 tasks: 2 instances",
                "one task on each (distinctInstance)",
                "2, or raise maxSize of the Auto Scaling group to 4",
            ),
        ],
    },
    {
        title: "each task holds a port of its instance",
        base: scaledStack,
        changes: [{ set: max, to: 4 }, sharing],
        findings: [
            finding(
                "2 tasks: 2 instances",
                "one task on each, which holds its host port 8501",
                "2, or raise maxSize of the Auto Scaling group to 4",
            ),
        ],
    },
    { title: "it is scaled to as many tasks as its group has instances", base: scaledStack, changes: [], findings: [] },
    {
        title: "the stack does not show the capacity of the service",
        base: scaledStack,
        changes: [
            { set: max, to: 4 },
            {
                set: "Resources.Service.Properties.CapacityProviderStrategy",
                to: [{ CapacityProvider: "inf1", Weight: 1 }],
            },
        ],
        findings: [],
    },
    {
        title: "another dimension is scaled",
        base: scaledStack,
        changes: [
            { set: max, to: 4 },
            { set: "Resources.Scaling.Properties.ServiceNamespace", to: "sagemaker" },
            { set: "Resources.Scaling.Properties.ScalableDimension", to: "sagemaker:variant:DesiredInstanceCount" },
        ],
        findings: [],
    },
];
