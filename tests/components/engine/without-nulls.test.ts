import assert from "node:assert/strict";
import type { ComponentResource } from "@pulumi/pulumi";
import { Service, Cluster, LaunchTemplate, TaskDefinition } from "../../../components";
import { clusterCheck } from "../../../components/cluster/check";
import { launchTemplateCheck } from "../../../components/launch-template/args";
import { serviceFields } from "../../../components/service/args/service";
import { taskDefinitionCheck } from "../../../components/task-definition/checks/check";
import { register } from "../mocked-engine";
import { pool, task } from "../service/right-service";

/** Each component, the least that it takes, the names of all its arguments, and maps below them with null. */
const components: readonly [new (name: string, args: never) => ComponentResource, object, object, object?][] = [
    [
        Cluster,
        { pools: { small: { instanceType: "inf1.xlarge" } } },
        clusterCheck.fields,
        { pools: { small: { instanceType: "inf1.xlarge", runtime: null, maxSize: null, spot: null } } },
    ],
    [
        LaunchTemplate,
        {
            instanceType: "inf1.xlarge",
            instanceProfileArn: "arn:aws:iam::123456789012:instance-profile/ml",
            clusterName: "ml",
            securityGroupIds: ["sg-1"],
        },
        launchTemplateCheck.fields,
    ],
    [
        TaskDefinition,
        { containers: [{ name: "bert", image: "bert:1", portMappings: [{ containerPort: 8501 }] }], neuronRtd: {} },
        taskDefinitionCheck.fields,
        {
            containers: [
                {
                    name: "bert",
                    image: "bert:1",
                    memory: null,
                    memoryReservation: null,
                    portMappings: [{ containerPort: 8501, hostPort: null, containerPortRange: null }],
                },
            ],
            neuronRtd: { healthCheck: null, memory: null },
        },
    ],
    [Service, { pool, task }, serviceFields, { pool: { ...pool, executeCommandKmsKeyArn: null } }],
];

for (const [Component, least, fields, deeper] of components) {
    describe(`The arguments of ${Component.name}`, () => {
        const made = async (args: object) => {
            const all = await register(() => new Component("ml", args as never));
            return all.map(({ type, name, inputs }) => ({ type, name, inputs }));
        };
        const nothing = Object.fromEntries(Object.keys(fields).map((name) => [name, null]));

        it("treats null like an argument that is left out", async () => {
            assert.deepStrictEqual(await made({ ...nothing, ...least, ...deeper }), await made(least));
        });
    });
}
