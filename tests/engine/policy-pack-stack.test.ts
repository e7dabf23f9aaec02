import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleOf } from "../../checks/examples";
import { awsOf, inventory, projectRoot } from "../../emulation/session";
import { describeOnTheEngine } from "./engine";
import { said } from "./said";
import { Stack } from "./stack";

const withPack = ["--policy-pack", join(projectRoot, "policy-pack")];

describeOnTheEngine(
    "the policy pack over the resources around a task, of which no id is known at preview",
    (session) => {
        let stack: Stack;
        const taskDefinition = () => join(session().folder, "task-definition.json");
        const wrong = (...what: readonly string[]) => ({ TASK_DEFINITION: taskDefinition(), WRONG: what.join(",") });

        before(async () => {
            const { definition } = exampleOf("neuron-rtd-sidecar", "the sidecar is essential by default");
            // Tasks that hold one port of an instance never meet there.
            const containers = definition["containerDefinitions"] as Record<string, unknown>[];
            const withoutPorts = containers.map((one) => ({ ...one, portMappings: [] }));
            writeFileSync(taskDefinition(), JSON.stringify({ ...definition, containerDefinitions: withoutPorts }));
            stack = await Stack.make(session(), join(__dirname, "programs", "wrong-stack"), "around-a-task");
        });

        const onFargate =
            'on-fargate mandatory neuron-compatible-launch-type: service "on-fargate" launches an inference task ' +
            "on FARGATE, which has no Inferentia or Trainium chips: " +
            "use a capacity provider of instances that have them, or launch type EC2";

        it("accepts what is right", async () => {
            const { code, events } = await stack.preview(withPack, wrong());
            assert.deepStrictEqual([code, said(events)], [0, []]);
        });

        it("finds everything that is wrong, by following what refers to what", async () => {
            const { code, events } = await stack.preview(
                withPack,
                wrong("release", "imds", "user-data", "distinct", "unplaced", "fargate"),
            );
            assert.notEqual(code, 0);
            const folder = "/aws/service/ecs/optimized-ami/amazon-linux-2/inf";
            assert.deepStrictEqual(said(events), [
                'anywhere advisory one-inference-task-per-instance: a task of service "anywhere" and one of service ' +
                    '"on-capacity" can be placed on one instance, where they share Neuron devices and the socket on ' +
                    "the instance, which distinctInstance does not prevent: keep the two services apart, by a " +
                    "capacity provider for each, or by different devices and sockets",
                'instances advisory neuron-driver-supports-runtime: launch template "instances" takes its image from ' +
                    `"${folder}/recommended/image_id", whose Neuron driver no longer supports Runtime 1.x (release ` +
                    '20220831 and later), as far as the stack shows it, but "task" runs neuron-rtd: take the image from ' +
                    `${folder}/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs, or move to Runtime 2.x`,
                'instances mandatory neuron-instance-imdsv2: launch template "instances" launches Neuron instances ' +
                    'and lets IMDSv1 in; it must require IMDSv2: set httpTokens to "required"',
                'instances mandatory neuron-instance-user-data: the user data of launch template "instances" ' +
                    "replaces /etc/ecs/ecs.config, and what stands there is lost: append to it with >>",
                'on-capacity advisory one-inference-task-per-instance: two tasks of service "on-capacity" can be ' +
                    "placed on one instance, where they compete for the same Neuron devices: add the placement " +
                    'constraint {"type": "distinctInstance"} to the service',
                onFargate,
            ]);
        });

        it("refuses a service on Fargate in the update, before it is created", async () => {
            const up = await stack.up(withPack, wrong("fargate"));
            assert.notEqual(up.code, 0);
            assert.deepStrictEqual(said(up.events), [onFargate]);
            assert.deepStrictEqual(
                (await inventory(awsOf(session()))).filter((each) => each.includes("on-fargate")),
                [],
            );
            assert.equal((await stack.destroy()).code, 0);
        });
    },
);
