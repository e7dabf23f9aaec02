import assert from "node:assert/strict";
import { stringify } from "yaml";
import { Workspace } from "../command";
import { cloudFormation, repairableDefinition, rightDefinition, terraformPlan, wrongDefinition } from "../definitions";

const found = "there is a gap between 0 and 2: the list must be contiguous";
const why = "   why: ecs-inferentia explain neuron-visible-devices";
const count = "1 file checked: 1 mandatory, 0 advisory";

describe("ecs-inferentia check, for people,", function () {
    this.timeout(60_000);
    let workspace: Workspace;
    const lines = (...args: string[]) =>
        workspace
            .run(["check", ...args])
            .out.trimEnd()
            .split("\n");

    beforeEach(() => (workspace = new Workspace()));
    afterEach(() => workspace.remove());

    it("shows the value, what is wrong with it, and the one remedy that --fix applies", () => {
        workspace.write("task.json", repairableDefinition());
        const [head, ...rest] = lines("task.json");
        const line = Number(/^task\.json:(\d+):20 {2}/.exec(head ?? "")?.[1]);
        assert.deepStrictEqual(
            [head, ...rest],
            [
                `task.json:${line}:20  neuron-visible-devices  mandatory · critical  bert, container "neuron-rtd"`,
                `   ${line - 2} |         {`,
                `   ${line - 1} |           "name": "AWS_NEURON_VISIBLE_DEVICES",`,
                `   ${line} |           "value": "all"`,
                `      |                    ^^^^^ item 1, "all", is not a device index`,
                "   fix: set it to ALL (--fix does it)",
                why,
                "",
                count,
            ],
        );
    });

    it("tells all ways out of a task that is set up for no runtime", () => {
        workspace.write("task.json", {
            containerDefinitions: [{ name: "bert", image: "team/tensorflow-inference-neuron:1" }],
        });
        const fix = lines("task.json").find((line) => line.startsWith("   fix: "));
        assert.deepStrictEqual(
            fix
                ?.replace("   fix: for ", "")
                .split(", or for ")
                .map((way) => way.split(" ").slice(0, 2).join(" ")),
            ["neuron-rtd add", "libnrt map", "ECS Managed"],
        );
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

    it("says what is not known in one line for a resource, and which rules wait for it when asked", () => {
        const unknown = cloudFormation(rightDefinition());
        const image = { Ref: "Image" };
        unknown.Resources.Bert.Properties = {
            ...(unknown.Resources.Bert.Properties as object),
            ContainerDefinitions: { "Fn::GetAtt": ["Other", "Containers"] },
        };
        workspace.write("template.json", { Parameters: { Image: { Type: "String" } }, image, ...unknown });
        const [line, blank, summary, ...more] = lines("template.json");
        const waiting = Number(/; (\d+) rules wait/.exec(line ?? "")?.[1]);
        assert.match(
            line ?? "",
            /^template\.json:\d+:\d+ {2}Bert {2}not known: containerDefinitions; \d+ rules wait for it \(--verbose names them\)$/,
        );
        assert.ok(waiting > 1);
        assert.deepStrictEqual([blank, more], ["", []]);
        assert.match(summary ?? "", /^1 file checked: 0 mandatory, 0 advisory, \d+ not decided$/);

        const verbose = lines("--verbose", "template.json");
        assert.equal(verbose.filter((one) => / waits for containerDefinitions$/.test(one)).length, waiting);
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

    it("uses colours when it is told to, and no others", () => {
        workspace.write("task.json", wrongDefinition());
        const escape = "\u001b[";
        const coloured = workspace.run(["check", "task.json"], "", { FORCE_COLOR: "1" }).out;
        const refused = workspace.run(["check", "task.json"], "", { FORCE_COLOR: "1", NO_COLOR: "1" }).out;
        const piped = workspace.run(["check", "task.json"], "", { CI: "true" }).out;
        assert.deepStrictEqual(
            [coloured.includes(escape), refused.includes(escape), piped.includes(escape)],
            [true, false, false],
        );
    });
});
