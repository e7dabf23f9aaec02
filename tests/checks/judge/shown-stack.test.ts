import assert from "node:assert/strict";
import { lastRuntime1AmiParameter } from "../../../contract";
import { readConfiguration } from "../../../checks/configuration/read-configuration";
import { ShownStack } from "../../../checks/judge/shown-stack";
import { UNKNOWN } from "../../../ecs/known";
import { rulesOver } from "../../../checks/rules";
import { capacity, inferenceService, inferenceTask } from "../inference-stack";
import { resource } from "../stack-resources";

function shownStack(configured: object = {}): ShownStack {
    const read = readConfiguration(configured);
    assert.ok("configuration" in read);
    return new ShownStack(read.configuration);
}

const template = (httpTokens: unknown) =>
    resource("launchTemplate", "template", {
        instanceType: "inf1.xlarge",
        imageId: `resolve:ssm:${lastRuntime1AmiParameter}`,
        metadataOptions: { httpTokens },
    });

const said = (findings: readonly { rule: string; kind: string }[] | undefined) =>
    findings?.map(({ rule, kind }) => `${rule} (${kind})`);

describe("A resource that an engine shows before it makes it", () => {
    it("is checked by all rules where it is a task definition", () => {
        const shown = shownStack().show(inferenceTask("task", { devices: "all" }));
        assert.deepStrictEqual(
            [shown?.checkedBy, said(shown?.findings)],
            [new Set(rulesOver.taskDefinition.map(({ name }) => name)), ["neuron-visible-devices (violation)"]],
        );
    });

    it("is checked by the mandatory rules where it is a launch template", () => {
        const shown = shownStack().show(template("optional"));
        assert.deepStrictEqual(
            [shown?.checkedBy, said(shown?.findings)],
            [new Set(["neuron-instance-imdsv2", "neuron-instance-user-data"]), ["neuron-instance-imdsv2 (violation)"]],
        );
    });

    it("is checked by those that repair too, and by none that only advises", () => {
        const configured = { all: "advisory", "neuron-instance-imdsv2": "remediate" };
        const shown = shownStack(configured).show(template("optional"));
        assert.deepStrictEqual(
            [shown?.checkedBy, said(shown?.findings)],
            [new Set(["neuron-instance-imdsv2"]), ["neuron-instance-imdsv2 (violation)"]],
        );
    });

    it("is not said to be undecided: what comes later may decide it", () =>
        assert.deepStrictEqual(said(shownStack().show(template(UNKNOWN))?.findings), []));

    it("is left alone where no rule is about it", () =>
        assert.equal(shownStack().show(resource("cluster", "cluster")), undefined));
});

describe("The whole of a stack that was shown", () => {
    it("tells what was not said before, of services and launch templates", () => {
        const stack = shownStack();
        stack.show(template("optional"));
        assert.deepStrictEqual(
            said(stack.whole([template("optional"), inferenceTask("task", { devices: "all" })])),
            [],
        );
    });

    it("tells what is wrong now, where something else was said before", () => {
        const stack = shownStack();
        stack.show(template("optional"));
        const off = {
            ...template("optional"),
            properties: { ...template("optional").properties, userData: "rm /etc/ecs/ecs.config" },
        };
        assert.deepStrictEqual(said(stack.whole([off])), ["neuron-instance-user-data (violation)"]);
    });

    it("tells nothing again of task definitions, which were checked as a whole", () => {
        const stack = shownStack({ "neuron-visible-devices": "advisory" });
        const task = inferenceTask("task", { devices: UNKNOWN });
        assert.deepStrictEqual(said(stack.show(task)?.findings), ["neuron-visible-devices (unknown)"]);
        assert.deepStrictEqual(stack.whole([task]), []);
    });

    it("tells again what another resource was told", () => {
        const stack = shownStack();
        stack.show({ ...template("optional"), id: "other" });
        assert.deepStrictEqual(said(stack.whole([template("optional")])), ["neuron-instance-imdsv2 (violation)"]);
    });

    it("tells what was not decided before, and what only advises", () => {
        const stack = shownStack();
        const template = resource("launchTemplate", "template", {
            instanceType: "inf1.xlarge",
            metadataOptions: { httpTokens: UNKNOWN },
        });
        assert.deepStrictEqual(said(stack.show(template)?.findings), []);
        assert.deepStrictEqual(said(stack.whole([template])), [
            "neuron-ami (violation)",
            "neuron-instance-imdsv2 (unknown)",
        ]);
    });

    it("tells what only the whole stack decides", () => {
        const stack = shownStack();
        const [task, service] = [inferenceTask("task"), inferenceService("service", "task")];
        stack.show(task);
        assert.deepStrictEqual(said(stack.show(service)?.findings), []);
        assert.deepStrictEqual(
            stack
                .whole([...capacity(), task, service])
                .filter(({ resource: id }) => id === "service")
                .map(({ rule }) => rule),
            ["one-inference-task-per-instance"],
        );
    });
});
