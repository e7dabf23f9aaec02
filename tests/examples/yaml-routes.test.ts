import assert from "node:assert/strict";
import { join } from "node:path";
import { awsOf, inventory } from "../../emulation/session";
import { goneTooEarly } from "../engine/destroy-order";
import { describeOnTheEngine, toolsTimeoutMilliseconds } from "../engine/engine";
import { errors, Stack, steps } from "../engine/stack";
import { copyProgram, policyPack } from "./example";

describeOnTheEngine("Routes and scaling in Pulumi YAML", (session) => {
    let stack: Stack;
    let there: readonly string[];

    before("copy the program, and prepare the language host", async function () {
        this.timeout(toolsTimeoutMilliseconds);
        const folder = await copyProgram(session(), join(__dirname, "yaml-routes"), "yaml-routes");
        stack = await Stack.in(session(), folder, "routes");
        there = await inventory(awsOf(session()));
    });

    it("deploy, with a preview that finds nothing, and want no changes afterwards", async () => {
        const preview = await stack.preview(["--policy-pack", policyPack]);
        assert.deepEqual([preview.code, errors(preview)], [0, ""], preview.stdout);
        const up = await stack.up();
        assert.deepEqual([up.code, errors(up)], [0, ""], up.stdout);
        const second = await stack.preview(["--expect-no-changes"]);
        assert.deepEqual([second.code, errors(second), steps(second)], [0, "", []], second.stdout);
        assert.deepEqual(goneTooEarly(await stack.exported()), []);
    });

    it("put out the names and ARNs of what they created", async () => {
        const text = JSON.stringify(await stack.outputs())
            .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "UUID")
            .replace(/\d{12}|[0-9a-f]{7,}/g, "ID");
        const elb = "arn:aws:elasticloadbalancing:us-east-1:ID";
        const policies = "arn:aws:autoscaling:us-east-1:ID:scalingPolicy:UUID:resource/ecs/service/ml-cluster-ID";
        assert.deepEqual(JSON.parse(text), {
            autoScalingGroupName: "ml-serving-group-ID",
            launchTemplateId: "lt-ID",
            instanceRoleName: "ml-serving-instance-role-ID",
            executionRoleName: "bert-execution-role-ID",
            taskRoleName: null,
            logGroupName: "/ecs/yaml-routes-routes-bert",
            listenerArn: `${elb}:listener/app/front-ID/ID/ID`,
            redirectListenerArn: null,
            targetGroupArn: `${elb}:targetgroup/bert-ID/ID`,
            listenerRuleArn: `${elb}:listener-rule/app/front-ID/ID/ID/ID`,
            policyArns: {
                cpu: `${policies}/bert-service-ID:policyName/bert-cpu-ID`,
                requests: `${policies}/bert-service-ID:policyName/bert-requests-ID`,
            },
            fromZeroAlarmArn: "arn:aws:cloudwatch:us-east-1:ID:alarm:worker-from-zero-ID",
        });
    });

    it("are destroyed to nothing", async () => {
        const destroy = await stack.destroy();
        assert.deepEqual([destroy.code, errors(destroy)], [0, ""], destroy.stdout);
        assert.deepEqual(await inventory(awsOf(session())), there);
    });
});
