import assert from "node:assert/strict";
import { exampleOf } from "../../checks/examples";
import {
    enforcement,
    packFolder,
    servePolicyPack,
    unknownText,
    type AnalyzedResource,
    type Diagnostic,
    type PolicyServer,
} from "./policy-server";
import { urnOf } from "./shown";

const inf1 = "attribute:ecs.instance-type == inf1.xlarge";

type Properties = Record<string, unknown>;

/** A stack before its first update: ids and ARNs are not known, and only the dependencies tell what refers to what. */
class Preview {
    readonly resources: AnalyzedResource[] = [];

    add(
        type: string,
        name: string,
        properties: Properties,
        propertyDependencies: Record<string, AnalyzedResource[]> = {},
        parent?: AnalyzedResource,
    ): AnalyzedResource {
        const urn = parent && urnOf(parent).replace(/::[^:]*$/, `$${type}::${name}`);
        const dependencies = Object.fromEntries(
            Object.entries(propertyDependencies).map(([property, those]) => [property, those.map(urnOf)]),
        );
        const resource: AnalyzedResource = {
            type,
            name,
            properties,
            propertyDependencies: dependencies,
            ...(urn === undefined ? {} : { urn }),
            ...(parent === undefined ? {} : { parent: urnOf(parent) }),
        };
        this.resources.push(resource);
        return resource;
    }
}

interface Parts {
    launchTemplate: Properties;
    service: Properties;
    task: Properties;
}

function rightParts(): Parts {
    const right = exampleOf("neuron-rtd-sidecar", "the sidecar is essential by default");
    return {
        launchTemplate: {
            instanceType: "inf1.xlarge",
            imageId:
                "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/inf/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs/image_id",
            metadataOptions: { httpTokens: "required" },
            userData: Buffer.from("#!/bin/bash\necho ECS_CLUSTER=inference >> /etc/ecs/ecs.config\n").toString(
                "base64",
            ),
        },
        service: {
            cluster: unknownText,
            taskDefinition: unknownText,
            desiredCount: 1,
            capacityProviderStrategies: [{ capacityProvider: unknownText, weight: 1 }],
            placementConstraints: [{ type: "memberOf", expression: inf1 }, { type: "distinctInstance" }],
        },
        task: { ...right.definition, containerDefinitions: JSON.stringify(right.definition["containerDefinitions"]) },
    };
}

/** Cluster, instances, pool, task definition and service, of which each case changes one thing. */
function stack(change: (parts: Parts) => void = () => undefined): readonly AnalyzedResource[] {
    const parts = rightParts();
    change(parts);
    const preview = new Preview();
    const cluster = preview.add("aws:ecs/cluster:Cluster", "cluster", { name: "inference" });
    const template = preview.add("aws:ec2/launchTemplate:LaunchTemplate", "template", parts.launchTemplate);
    const group = preview.add(
        "aws:autoscaling/group:Group",
        "group",
        { minSize: 0, maxSize: 2, launchTemplate: { id: unknownText, version: unknownText } },
        { launchTemplate: [template] },
    );
    const pool = preview.add(
        "aws:ecs/capacityProvider:CapacityProvider",
        "pool",
        { autoScalingGroupProvider: { autoScalingGroupArn: unknownText } },
        { autoScalingGroupProvider: [group] },
    );
    const task = preview.add("aws:ecs/taskDefinition:TaskDefinition", "task", parts.task);
    const dependencies = { cluster: [cluster], taskDefinition: [task], capacityProviderStrategies: [pool] };
    const kept = Object.entries(dependencies).filter(([property]) => property in parts.service);
    preview.add("aws:ecs/service:Service", "service", parts.service, Object.fromEntries(kept));
    return preview.resources;
}

describe("The policy pack over a stack, served as the engine does", function () {
    this.timeout(60_000);
    let pack: PolicyServer;

    before("start it", async () => {
        pack = await servePolicyPack(packFolder);
    });
    after("end it", () => pack.close());

    /**
     * What a preview says: of each resource, then of the stack; as `<resource> <rule>`, and what fails it in capitals.
     */
    async function preview(resources: readonly AnalyzedResource[]): Promise<{ before: string[]; after: string[] }> {
        const before: string[] = [];
        for (const resource of resources) {
            before.push(...(await pack.analyze(resource)).map((one) => short({ ...one, urn: urnOf(resource) })));
        }
        return { before, after: (await pack.analyzeStack(resources)).map(short) };
    }

    function short({ urn, policyName, enforcementLevel }: Diagnostic): string {
        const text = `${urn.split("::").at(-1) ?? ""} ${policyName}`;
        return enforcementLevel === Number(enforcement.MANDATORY) ? text.toUpperCase() : text;
    }

    it("accepts what is right, although no id is known", async () => {
        assert.deepStrictEqual(await preview(stack()), { before: [], after: [] });
    });

    const cases: [string, (parts: Parts) => void, { before: string[]; after: string[] }][] = [
        [
            "a launch template that allows IMDSv1, once, before it is created",
            ({ launchTemplate }) => void (launchTemplate["metadataOptions"] = { httpTokens: "optional" }),
            { before: ["TEMPLATE NEURON-INSTANCE-IMDSV2"], after: [] },
        ],
        [
            "user data that replaces the agent's configuration, once, before the launch template is created",
            ({ launchTemplate }) =>
                void (launchTemplate["userData"] = Buffer.from(
                    "echo ECS_CLUSTER=inference > /etc/ecs/ecs.config",
                ).toString("base64")),
            { before: ["TEMPLATE NEURON-INSTANCE-USER-DATA"], after: [] },
        ],
        [
            "user data that replaces Docker's configuration, once, as advice",
            ({ launchTemplate }) =>
                void (launchTemplate["userData"] = Buffer.from("echo {} > /etc/docker/daemon.json").toString("base64")),
            { before: ["template neuron-advice"], after: [] },
        ],
        [
            "a placement expression that can never match, once, before the service is created",
            ({ service }) =>
                void (service["placementConstraints"] = [
                    { type: "memberOf", expression: "attribute:ecs.instance-type == Inf1.xlarge" },
                    { type: "distinctInstance" },
                ]),
            { before: ["SERVICE NEURON-PLACEMENT"], after: [] },
        ],
        [
            "a service on Fargate, which its launch type and its task definition decide together",
            ({ service }) => {
                delete service["capacityProviderStrategies"];
                delete service["placementConstraints"];
                service["launchType"] = "FARGATE";
            },
            { before: [], after: ["SERVICE NEURON-COMPATIBLE-LAUNCH-TYPE"] },
        ],
        [
            "a service that nothing holds to Inf1, in a cluster of other instances",
            ({ launchTemplate, service }) => {
                launchTemplate["instanceType"] = "m5.xlarge";
                delete service["capacityProviderStrategies"];
                service["placementConstraints"] = [{ type: "distinctInstance" }];
            },
            { before: [], after: ["SERVICE NEURON-PLACEMENT"] },
        ],
        [
            "an AMI whose driver does not support the task's runtime, as advice",
            ({ launchTemplate }) =>
                void (launchTemplate["imageId"] =
                    "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended/image_id"),
            { before: [], after: ["template neuron-driver-supports-runtime"] },
        ],
    ];
    for (const [what, change, findings] of cases) {
        it(`finds ${what}`, async () => assert.deepStrictEqual(await preview(stack(change)), findings));
    }

    it("loses nothing of what is known beside what is not", async () => {
        const resources = stack(({ launchTemplate, service }) => {
            launchTemplate["userData"] = unknownText;
            launchTemplate["metadataOptions"] = { httpTokens: "optional" };
            launchTemplate["imageId"] = unknownText;
            service["desiredCount"] = "3eeb2bf0-c639-47a8-9e75-3b44932eb421";
            service["placementConstraints"] = [{ type: "memberOf", expression: unknownText }];
        });
        assert.deepStrictEqual(await preview(resources), {
            before: ["TEMPLATE NEURON-INSTANCE-IMDSV2"],
            after: ["service neuron-unknown-at-preview", "template neuron-unknown-at-preview"],
        });
        const said = (await pack.analyzeStack(resources)).filter(
            ({ policyName }) => policyName === "neuron-unknown-at-preview",
        );
        assert.deepStrictEqual(
            said.map(({ message }) => message.slice(message.indexOf("\n") + 1)),
            [
                "not known at preview, because it comes from a resource that is not there yet: " +
                    "placementConstraints[0].expression, desiredCount. Not decided by: neuron-placement, " +
                    "neuron-image-supports-instance, neuron-task-fits, one-inference-task-per-instance, " +
                    "static-host-port-deployment. It is checked during the update",
                "not known at preview, because it comes from a resource that is not there yet: imageId, userData. " +
                    "Not decided by: neuron-ami, neuron-driver-supports-runtime, neuron-instance-user-data. It is " +
                    "checked during the update",
            ],
        );
    });

    it("follows references through components, and takes a component's own inputs for its launch template", async () => {
        const shown = new Preview();
        const outer = shown.add("example:index:Model", "model", {});
        const task = rightParts().task;
        shown.add("aws:ecs/taskDefinition:TaskDefinition", "task", task, {}, outer);
        const component = shown.add("ecs-inferentia:index:LaunchTemplate", "inf1", {
            instanceType: "inf1.xlarge",
            clusterName: unknownText,
        });
        shown.add(
            "aws:ec2/launchTemplate:LaunchTemplate",
            "template",
            {
                instanceType: "inf1.xlarge",
                imageId: "ami-0123456789abcdef0",
                metadataOptions: { httpTokens: "required" },
                userData: unknownText,
            },
            {},
            component,
        );
        shown.add(
            "aws:ecs/service:Service",
            "service",
            { taskDefinition: unknownText, launchType: "FARGATE", cluster: "default" },
            { taskDefinition: [outer] },
        );
        assert.deepStrictEqual(await preview(shown.resources), {
            before: [],
            after: ["SERVICE NEURON-COMPATIBLE-LAUNCH-TYPE"],
        });
    });

    it("refuses a service on Fargate before it is created, once the task definition's ARN is known", async () => {
        const right = exampleOf("neuron-rtd-sidecar", "the sidecar is essential by default");
        await pack.analyze({
            type: "aws:ecs/taskDefinition:TaskDefinition",
            name: "known",
            properties: { ...right.definition, family: "known-at-update" },
        });
        const service = {
            type: "aws:ecs/service:Service",
            name: "fargate",
            properties: {
                taskDefinition: "arn:aws:ecs:us-east-1:123456789012:task-definition/known-at-update:3",
                launchType: "FARGATE",
            },
        };
        assert.deepStrictEqual(
            (await pack.analyze(service)).map(short),
            ["NEURON-COMPATIBLE-LAUNCH-TYPE"].map((rule) => ` ${rule}`),
        );
    });
});
