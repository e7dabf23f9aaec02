import { inf2Stack, inf2Task, service } from "../../../checks/examples/bases/inf2";
import { instance } from "../../../checks/examples/bases/launch-template";
import { managedTask } from "../../../checks/examples/bases/managed";
import { launching } from "../../../checks/examples/bases/stack";
import { distinctInstance, kind, withUndecided, on, remove, serviceConstraints, set, type Kind } from "./kind";
import { others, onOther } from "./others";

/** Instances with an attribute of their own. */
const withAttribute = (value: string) =>
    set(`${instance}.UserData`, {
        "Fn::Base64": {
            "Fn::Sub":
                "#!/bin/bash\ncat <<'EOT' >> /etc/ecs/ecs.config\nECS_CLUSTER=${Cluster}\n" +
                `ECS_INSTANCE_ATTRIBUTES={"accelerator":"${value}"}\nEOT\n`,
        },
    });

/** The service on Managed Instances of some types. */
const managedOf = (...AllowedInstanceTypes: string[]) =>
    set("Resources.Inf1Capacity.Properties", {
        ClusterName: { Ref: "Cluster" },
        ManagedInstancesProvider: {
            InstanceLaunchTemplate: { InstanceRequirements: { AllowedInstanceTypes } },
        },
    });

/** Where tasks can run, and beside which. */
export const placement: readonly Kind[] = [
    withUndecided(
        kind(
            "capacity that is not shown, and capacity without chips",
            inf2Stack,
            [set(`${service}.CapacityProviderStrategy`, [{ CapacityProvider: "elsewhere", Weight: 1 }]), ...others],
            [set(`${service}.CapacityProviderStrategy`, [onOther(1)])],
            "Service neuron-placement mandatory",
        ),
        "Service neuron-placement not decided",
    ),
    kind(
        "an attribute that the instances have, and another",
        inf2Stack,
        [
            withAttribute("neuron"),
            set(`${service}.PlacementConstraints`, [
                ...serviceConstraints("attribute:accelerator == neuron"),
                distinctInstance,
            ]),
        ],
        [withAttribute("none")],
        "Service neuron-placement mandatory",
    ),
    kind(
        "a strategy with a provider that gets no task, and with one that gets some",
        inf2Stack,
        [...others, { add: `${service}.CapacityProviderStrategy`, value: onOther(0) }],
        [set(`${service}.CapacityProviderStrategy[1].Weight`, 1)],
        "Service neuron-placement mandatory",
    ),
    kind(
        "a cluster's default strategy on Inf2, and on others",
        inf2Stack,
        [
            ...others,
            remove(`${service}.CapacityProviderStrategy`),
            set("Resources.ClusterCapacity.Properties.CapacityProviders", [
                { Ref: "Inf1Capacity" },
                { Ref: "OtherCapacity" },
            ]),
            set("Resources.ClusterCapacity.Properties.DefaultCapacityProviderStrategy", [
                { CapacityProvider: { Ref: "Inf1Capacity" }, Weight: 1 },
            ]),
        ],
        [set("Resources.ClusterCapacity.Properties.DefaultCapacityProviderStrategy", [onOther(1)])],
        "Service neuron-placement mandatory",
    ),
    kind(
        "two services held to sizes of their own, and on the same instances",
        inf2Stack,
        [
            ...launching("inf2.xlarge", "inf2.8xlarge"),
            { copy: "Resources.Service", as: "Second" },
            set(`${service}.PlacementConstraints`, [...serviceConstraints(on("inf2.xlarge")), distinctInstance]),
            set("Resources.Second.Properties.PlacementConstraints", [
                ...serviceConstraints(on("inf2.8xlarge")),
                distinctInstance,
            ]),
        ],
        [set("Resources.Second.Properties.PlacementConstraints", [distinctInstance])],
        "Service one-inference-task-per-instance advisory",
        "Service libnrt-devices mandatory",
        "Second one-inference-task-per-instance advisory",
        "Second libnrt-devices mandatory",
    ),
    kind(
        "one container after another on a chip, and beside it",
        inf2Task,
        [
            set("containerDefinitions[model].memory", 6000),
            set("containerDefinitions[model].essential", false),
            { copy: "containerDefinitions[model]", as: "next" },
            set("containerDefinitions[next].essential", true),
            set("containerDefinitions[next].dependsOn", [{ containerName: "llm", condition: "SUCCESS" }]),
        ],
        [set("containerDefinitions[next].dependsOn[0].condition", "START")],
        "Task libnrt-devices mandatory",
    ),
    kind(
        "a task of its own on a Managed Instance of Inf2, and of Inf1",
        inf2Stack,
        [managedOf("inf2.*")],
        [managedOf("inf1.*")],
        "Service neuron-placement mandatory",
    ),
    kind(
        "all devices of a Managed Instance, and one",
        managedTask,
        [],
        [set("containerDefinitions[model].resourceRequirements[0].value", "1")],
        "Task managed-neuron-device mandatory",
    ),
];
