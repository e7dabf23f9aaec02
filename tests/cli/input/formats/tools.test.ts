import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "..", "..", "..", "..");

interface Report {
    readonly findings: readonly {
        readonly resource: string;
        readonly kind: string;
        readonly condition?: string;
    }[];
    readonly failures: readonly unknown[];
}

/** What the bundled command finds by one rule in a file of a tool. */
function found(file: string, rule = "neuron-visible-devices"): unknown {
    const command = join(root, "dist", "cli", "ecs-inferentia.js");
    const args = [command, "check", "--format", "json", "--rule", rule, file];
    const { stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: join(root, "tests", "fixtures"),
        encoding: "utf8",
    });
    const { findings, failures } = JSON.parse(stdout) as Report;
    return {
        findings: findings.map(({ resource, kind, condition }) => [resource, kind, ...(condition ? [condition] : [])]),
        failures,
        stderr,
    };
}

describe("A file as a tool writes it, of which the devices have a gap", () => {
    const cases: [tool: string, file: string, findings: string[][]][] = [
        ["terraform show of a plan", "terraform/stack.plan.json", [["aws_ecs_task_definition.bert", "violation"]]],
        ["terraform show of a state", "terraform/state.show.json", [["aws_ecs_task_definition.bert", "violation"]]],
        ["terraform apply", "terraform/state.tfstate.json", [["aws_ecs_task_definition.bert", "violation"]]],
        ["the CDK", "cdk/template.json", [["Task79114B6B", "violation"]]],
        ["hand, with values to coerce", "cloudformation/coercion.yaml", [["Bert", "violation"]]],
        [
            "hand, with conditions",
            "cloudformation/conditions.yaml",
            [
                ["Bert", "violation", "IsProduction is true"],
                ["Bert", "unknown", "IsProduction is false"],
            ],
        ],
    ];
    for (const [tool, file, findings] of cases) {
        it(`is judged when it is by ${tool}`, () => {
            assert.deepStrictEqual(found(file), { findings, failures: [], stderr: "" });
        });
    }
});

describe("A plan of jobs of Batch, as terraform show writes it,", () => {
    it("is judged by the queue to which each target submits a job, and open where the definition is not known", () =>
        assert.deepStrictEqual(found("terraform/batch.plan.json", "neuron-placement"), {
            findings: [
                ['aws_cloudwatch_event_target.nightly["other"]', "violation"],
                ["aws_sfn_state_machine.embed", "unknown"],
            ],
            failures: [],
            stderr: "",
        }));
});
