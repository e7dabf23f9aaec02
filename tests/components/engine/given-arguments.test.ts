import assert from "node:assert/strict";
import { output, RunError, type ComponentResource } from "@pulumi/pulumi";
import { Cluster, InvalidArgumentsError, LaunchTemplate, Pool, Service, TaskDefinition } from "../../../components";
import { clusterCheck } from "../../../components/cluster/check";
import { launchTemplateCheck } from "../../../components/launch-template/args";
import { poolArgsFields } from "../../../components/pool/args";
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
    [Pool, { instanceType: "inf1.xlarge", clusterName: "shared" }, poolArgsFields],
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

/** What is said of a component that a JavaScript program makes with these. */
async function refusal(Component: (typeof components)[number][0], ...given: unknown[]): Promise<string> {
    let message = "";
    const create = () => new (Component as unknown as new (...all: unknown[]) => unknown)(...given);
    await assert.rejects(register(create), (error: Error) => {
        message = error.message;
        return error instanceof InvalidArgumentsError && RunError.isInstance(error);
    });
    return message;
}

const instanceTypes =
    "inf1.xlarge, inf1.2xlarge, inf1.6xlarge, inf1.24xlarge, inf2.xlarge, inf2.8xlarge, inf2.24xlarge, inf2.48xlarge";

/** What each component says that it needs. */
const needed: readonly [(typeof components)[number][0], ...string[]][] = [
    [Cluster, "a wrong argument", "instanceType is missing; give that of the one pool, or name several in pools"],
    [
        Pool,
        "2 wrong arguments",
        "clusterName is missing; give the name of the ECS cluster that the instances join",
        `instanceType is missing; give one of ${instanceTypes}`,
    ],
    [
        LaunchTemplate,
        "4 wrong arguments",
        `instanceType is missing; give one of ${instanceTypes}`,
        "clusterName is missing; give the name of the ECS cluster that the instances join",
        "instanceProfileArn is missing; give the ARN of an instance profile",
        "securityGroupIds is missing; give at least one security group",
    ],
    [TaskDefinition, "a wrong argument", "containers is missing; give at least one model container"],
    [Service, "a wrong argument", "task is missing; give the task of a TaskDefinition"],
];

for (const [Component, count, ...lines] of needed) {
    describe(`A ${Component.name} of a program without types`, () => {
        for (const [what, ...args] of [["no arguments"], ["null for arguments", null], ["no argument", {}]]) {
            it(`says what it needs where it is given ${what as string}`, async () => {
                assert.equal(
                    await refusal(Component, "ml", ...args),
                    `${Component.name} "ml" has ${count}:\n${lines.map((line) => `  - ${line}`).join("\n")}`,
                );
            });
        }

        for (const [args, kind] of [
            ["inf1.xlarge", "a string"],
            [[], "a list"],
            [output({}), "an output"],
            [5, "a number"],
        ] as const) {
            it(`refuses ${kind} for its arguments`, async () => {
                assert.equal(
                    await refusal(Component, "ml", args),
                    `${Component.name} "ml" has a wrong argument:\n` +
                        `  - args is ${kind}, but must be an object: new ${Component.name}("ml", { … })`,
                );
            });
        }

        for (const [name, problem] of [
            [undefined, "is missing"],
            ["", "is missing"],
            [{ instanceType: "inf1.xlarge" }, "is an object, but must be a string"],
        ] as const) {
            it(`refuses ${JSON.stringify(name) ?? "nothing"} for its name`, async () => {
                assert.equal(
                    await refusal(Component, name, {}),
                    `${Component.name} has a wrong argument:\n` +
                        `  - name ${problem}; give it first: new ${Component.name}("name", { … })`,
                );
            });
        }
    });
}

for (const [Component, least, fields, deeper] of components) {
    describe(`The arguments of ${Component.name}`, () => {
        const created = async (args: object) => {
            const all = await register(() => new Component("ml", args as never));
            return all.map(({ type, name, inputs }) => ({ type, name, inputs }));
        };
        const nothing = Object.fromEntries(Object.keys(fields).map((name) => [name, null]));

        it("treats null like an argument that is left out", async () => {
            assert.deepStrictEqual(await created({ ...nothing, ...least, ...deeper }), await created(least));
        });
    });
}
