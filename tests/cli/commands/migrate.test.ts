import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { migrateToLibnrt } from "../../../checks";
import { Workspace } from "../command";
import { canary, cloudFormation, pulumiState, rightDefinition, terraformPlan } from "../definitions";

/** The definition that the file should have in the end. */
function right(): Record<string, unknown> {
    const migration = migrateToLibnrt(rightDefinition());
    assert.ok(migration.kind === "migrated");
    return migration.definition as Record<string, unknown>;
}

const notes = [
    'container "neuron-rtd" is gone',
    'container "bert" no longer waits for container "neuron-rtd"',
    'container "bert" no longer has NEURON_RTD_ADDRESS',
    'container "bert" no longer mounts volume "sock"',
    'volume "sock" is gone',
    'container "bert" now maps /dev/neuron0',
    'container "bert" now adds IPC_LOCK',
];

describe("ecs-inferentia migrate", () => {
    let workspace: Workspace;
    const read = (file: string) => readFileSync(join(workspace.folder, file), "utf8");
    const migrate = (...args: readonly string[]) => workspace.run(["migrate", ...args, "--to", "libnrt"]);

    beforeEach(() => (workspace = new Workspace()));
    afterEach(() => workspace.remove());

    it("shows the difference, which patch accepts, then what to do by hand, and changes nothing", () => {
        const text = JSON.stringify(rightDefinition(), undefined, 4);
        workspace.write("task.json", text);
        const { code, out, err } = migrate("task.json");
        assert.deepStrictEqual([code, err, read("task.json")], [0, "", text]);
        assert.ok(!out.includes(canary));
        const said = out.slice(out.indexOf("task.json: bert"));
        assert.equal(
            said.split("To do by hand:")[0],
            `task.json: bert for the runtime library:\n${notes.map((note) => `  - ${note}\n`).join("")}`,
        );
        assert.match(said, /\n {2}1\. rebuild the image of container "bert": [^\n]*\n {5}https:[^]*\n {2}3\. launch/);
        assert.match(said, /\necs-inferentia check finds nothing mandatory in the result\.\n$/);
        const { status } = spawnSync("patch", ["-p0"], { cwd: workspace.folder, input: out });
        assert.deepStrictEqual([status, JSON.parse(read("task.json"))], [0, right()]);
    });

    it("writes with --write, keeps every other byte, and finds nothing to do a second time", () => {
        const form = (value: object) => JSON.stringify(value, undefined, "\t").replaceAll("\n", "\r\n");
        workspace.write("task.json", form(rightDefinition()));
        const { code, out } = migrate("--write", "task.json");
        assert.deepStrictEqual([code, read("task.json")], [0, form(right())]);
        assert.match(out, /^task\.json: bert is migrated:\n {2}- container "neuron-rtd" is gone\n/);
        assert.deepStrictEqual(migrate("task.json"), {
            code: 0,
            out: "task.json: bert: nothing to migrate: it is set up for the runtime library already\n",
            err: "",
        });
    });

    it("ends with 2 where it leaves a definition as it was, and says why", () => {
        const text = JSON.stringify(cloudFormation(rightDefinition()));
        workspace.write("template.json", text.replace('"Essential":true', '"Environment":{"Ref":"Variables"}'));
        assert.deepStrictEqual(migrate("template.json"), {
            code: 2,
            out: "template.json: Bert: not migrated: containerDefinitions[0].environment is not known\n",
            err: "",
        });
    });

    it("writes YAML, with what is not changed as it was, and shows a difference that patch accepts", () => {
        const template = (definition: object) =>
            stringify(cloudFormation(definition as ReturnType<typeof rightDefinition>))
                .replace("    Properties:", "    # the task\n    Properties:")
                .replace("role/ecs-neuron-execution", "role/ecs-neuron-execution # ours");
        workspace.write("template.yaml", template(rightDefinition()));
        const { code, out, err } = migrate("template.yaml");
        assert.deepStrictEqual([code, err], [0, ""]);
        const { status } = spawnSync("patch", ["-p0", "--fuzz=0"], { cwd: workspace.folder, input: out });
        assert.deepStrictEqual([status, read("template.yaml")], [0, template(right())]);
        workspace.write("template.yaml", template(rightDefinition()));
        assert.equal(migrate("--write", "template.yaml").code, 0);
        assert.equal(read("template.yaml"), template(right()));
        workspace.write("containers.yaml", `# ours\n${stringify(rightDefinition().containerDefinitions)}`);
        assert.equal(migrate("--write", "--instance-type", "inf1.xlarge", "containers.yaml").code, 0);
        assert.match(read("containers.yaml"), /^# ours\n- entryPoint:[^]*\n {6}- hostPath: \/dev\/neuron0\n/);
    });

    it("writes a list of containers, and says what to change around it", () => {
        const { containerDefinitions } = rightDefinition();
        workspace.write("containers.json", containerDefinitions);
        const { code, out } = migrate("--write", "--instance-type", "inf1.xlarge", "containers.json");
        const [bert] = right()["containerDefinitions"] as object[];
        // Whether the volume is for the socket only, stands elsewhere.
        const mounted = { ...bert, mountPoints: containerDefinitions[0]?.mountPoints };
        assert.deepStrictEqual([code, JSON.parse(read("containers.json"))], [0, [mounted]]);
        assert.match(
            out,
            /\nTo change where the rest of it stands:\n {2}- the task is placed on inf1\.xlarge\nTo do by hand:\n {2}1\. remove volume "sock" and its mounts, if they were for the socket only: what it is stands elsewhere\n/,
        );
    });

    it("prints the new container definitions where it cannot write them: of Terraform, of Pulumi, and behind an anchor", () => {
        workspace.write("plan.json", terraformPlan(rightDefinition()));
        workspace.write("state.json", pulumiState(rightDefinition()));
        workspace.write("task.yaml", `[&one ${JSON.stringify(rightDefinition())}, *one]`);
        for (const file of ["plan.json", "state.json", "task.yaml"]) {
            const before = read(file);
            const { code, out } = migrate("--write", file);
            assert.deepStrictEqual([code, read(file)], [0, before]);
            const printed = /\nIts new container definitions:\n([^]*?\n\])\nTo change/.exec(out)?.[1] ?? "";
            assert.deepStrictEqual(JSON.parse(printed), right()["containerDefinitions"]);
        }
    });

    it("prints JSON with --format json", () => {
        workspace.write("tasks.json", [
            rightDefinition(),
            { family: "web", containerDefinitions: [{ name: "web", image: "web" }] },
        ]);
        const { code, out } = migrate("--format", "json", "tasks.json");
        const { definitions, ...rest } = JSON.parse(out) as {
            definitions: { edits?: object[]; checklist?: { text: string; sources: object[] }[] }[];
        };
        assert.deepStrictEqual([code, rest], [0, { version: 1, file: "tasks.json", to: "libnrt", findings: [] }]);
        const [{ edits = [], checklist = [], ...bert } = {}, web] = definitions;
        assert.deepStrictEqual(bert, { resource: "bert", result: "migrated", changes: notes, elsewhere: [] });
        assert.deepStrictEqual(edits.at(-1), { path: ["containerDefinitions", 0, "dependsOn"], remove: true });
        assert.ok(checklist.length === 3 && checklist.every(({ sources }) => sources.length > 0));
        assert.deepStrictEqual(web, {
            resource: "web",
            result: "none",
            reason: "it runs no model on Inferentia or Trainium",
        });
    });

    it("ends with 1 where a rule rejects the result, and says what it finds", () => {
        const { containerDefinitions, ...rest } = rightDefinition();
        const [bert, ...others] = containerDefinitions;
        workspace.write("task.json", {
            ...rest,
            containerDefinitions: [{ ...bert, memoryReservation: 9000 }, ...others],
        });
        const { code, out } = migrate("task.json");
        assert.equal(code, 1);
        assert.match(out, /\necs-inferentia check still finds:\n {2}- [^\n]*inf1\.xlarge[^\n]*\n$/);
    });

    it("ends with 2 for a file that cannot be read, or is none of what can be migrated", () => {
        workspace.write("other.json", { a: 1 });
        assert.deepStrictEqual(migrate("none.json"), { code: 2, out: "", err: "none.json: there is no such file\n" });
        const { code, err } = migrate("other.json");
        assert.equal(code, 2);
        assert.match(err, /^other\.json:1: it is none of what can be checked: /);
    });
});
