import assert from "node:assert/strict";
import { stringify } from "yaml";
import { Workspace } from "../command";
import { cloudFormation, terraformPlan, wrongDefinition } from "../definitions";

const found = "there is a gap between 0 and 2: the list must be contiguous";
const why = "   why: ecs-inferentia explain neuron-visible-devices";
const count = "1 file checked: 1 mandatory, 0 advisory";

describe("ecs-inferentia check, a finding for people,", () => {
    let workspace: Workspace;
    const lines = (...args: string[]) => workspace.checkLines(...args);

    beforeEach(() => (workspace = new Workspace()));
    afterEach(() => workspace.remove());

    it("tells all ways out of a task that is set up for no runtime", () => {
        workspace.write("task.json", {
            containerDefinitions: [{ name: "bert", image: "team/tensorflow-inference-neuron:1" }],
        });
        const fix = lines("task.json").find((line) => line.startsWith("   fix: "));
        assert.deepStrictEqual(fix?.replace("   fix: for ", "").split(", or for "), [
            "neuron-rtd, on Inf1 only, add a container named neuron-rtd with the neuron-rtd image",
            'libnrt map the devices in the model container ("linuxParameters": ' +
                '{"devices": [{"hostPath": "/dev/neuron0", …}]})',
            'ECS Managed Instances require them ("resourceRequirements": [{"type": "NeuronDevice", "value": "ALL"}])',
        ]);
    });

    it("shows the value in YAML, where --fix does nothing", () => {
        workspace.write("template.yaml", stringify(cloudFormation(wrongDefinition())));
        const [, , , value, mark, fix] = lines("template.yaml");
        assert.deepStrictEqual(
            [value?.replace(/^ *\d+/, ""), mark?.trim(), fix],
            [" |               Value: 0,2", `|                      ^^^ ${found}`, "   fix: set it to ALL"],
        );
    });

    it("names the resource and the container, where a plan on one line shows nothing", () => {
        workspace.write("plan.json", JSON.stringify(terraformPlan(wrongDefinition())));
        const [head, ...rest] = lines("plan.json");
        assert.match(
            head ?? "",
            /^plan\.json:1:\d+ {2}neuron-visible-devices {2}mandatory · critical {2}module\.ml\.aws_ecs_task_definition\.bert, container "neuron-rtd"$/,
        );
        assert.deepStrictEqual(rest, [`   ${found}`, "   fix: set it to ALL", why, "", count]);
    });

    it("names the option that would accept a task", () => {
        const devices = [{ hostPath: "/dev/neuron0" }];
        const container = { name: "bert", image: "bert", memory: 100, linuxParameters: { devices } };
        workspace.write("task.json", { family: "bert", containerDefinitions: [container] });
        workspace.write("config.json", { "ecs-inferentia": { runtimes: ["neuron-rtd"] } });
        const said = lines("--config", "config.json", "task.json");
        assert.ok(
            said.includes(
                '   or: accept it: "ecs-inferentia": {"runtimes": ["neuron-rtd","libnrt","managed"]} in --config',
            ),
            said.join("\n"),
        );
    });
});
