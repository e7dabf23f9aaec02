import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { basename, join } from "node:path";

const root = join(__dirname, "..", "..", "..", "..");

interface Report {
    readonly findings: readonly {
        readonly file: string;
        readonly rule: string;
        readonly resource: string;
        readonly kind: string;
        readonly condition?: string;
    }[];
    readonly failures: readonly unknown[];
}

/** What the bundled command reports of a file of a tool, or of a folder. */
function reported(path: string, ...args: readonly string[]): Report & { readonly stderr: string } {
    const command = join(root, "cli", "dist", "ecs-inferentia.js");
    const { stdout, stderr } = spawnSync(process.execPath, [command, "check", "--format", "json", ...args, path], {
        cwd: join(root, "tests", "fixtures"),
        encoding: "utf8",
    });
    return { ...(JSON.parse(stdout) as Report), stderr };
}

/** What the bundled command finds by one rule. */
function found(file: string, rule = "neuron-visible-devices"): unknown {
    const { findings, failures, stderr } = reported(file, "--rule", rule);
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
        it(`is checked when it is by ${tool}`, () => {
            assert.deepStrictEqual(found(file), { findings, failures: [], stderr: "" });
        });
    }
});

describe("A plan of jobs of Batch, as terraform show writes it,", () => {
    it("is checked by the queue to which each target submits a job, and not decided where the definition is not known", () =>
        assert.deepStrictEqual(found("terraform/batch.plan.json", "neuron-placement"), {
            findings: [
                ['aws_cloudwatch_event_target.nightly["other"]', "violation"],
                ["aws_sfn_state_machine.embed", "unknown"],
            ],
            failures: [],
            stderr: "",
        }));
});

/** The violations that the bundled command finds: file, resource and rule; and the resources left undecided. */
function violations(path: string): unknown {
    const { findings, failures } = reported(path);
    const named = (kind: string) => findings.filter((one) => one.kind === kind);
    return {
        violations: named("violation").map(({ file, resource, rule }) => [basename(file), shortName(resource), rule]),
        undecided: [...new Set(named("unknown").map(({ resource }) => shortName(resource)))],
        failures,
    };
}

function shortName(resource: string): string {
    return resource.slice(resource.lastIndexOf("::") + 1).replace(/^:/, "");
}

describe("What starts a task of Neuron, as a tool writes it,", () => {
    const ofWork = [
        ["Work.template.json", "MachineOnM5138C46CB", "neuron-placement"],
        ["WorkNightlyD47542A1.nested.template.json", "ScheduleOnM55554C1F7", "neuron-placement"],
        ["WorkNightlyD47542A1.nested.template.json", "SubmitsOnM54E3506D8", "neuron-placement"],
    ];
    const tokens = ["Ml.template.json", "ClusterInf2LaunchConfigBFEBE798", "neuron-instance-imdsv2"];

    it("is checked through imports and nested stacks in the folder of the CDK", () =>
        assert.deepStrictEqual(violations("cdk/stacks"), {
            violations: [tokens, ...ofWork],
            undecided: [],
            failures: [],
        }));

    it("is not decided in a nested stack of the CDK that is given without its parent, where that gives its task", () =>
        assert.deepStrictEqual(violations("cdk/stacks/WorkNightlyD47542A1.nested.template.json"), {
            violations: [ofWork[2]],
            undecided: ["Rule4C995B7F", "Schedule83A77FD1", "ScheduleOnM55554C1F7"],
            failures: [],
        }));

    it("is checked in a plan of terraform; where a task set is placed, its service says", () =>
        assert.deepStrictEqual(violations("terraform/starters.plan.json"), {
            violations: [
                ['aws_cloudwatch_event_target.nightly["fargate"]', "neuron-compatible-launch-type"],
                ['aws_ecs_task_set.embed["fargate"]', "neuron-compatible-launch-type"],
                ['aws_scheduler_schedule.nightly["m5"]', "neuron-placement"],
            ].map((one) => ["starters.plan.json", ...one]),
            undecided: ['aws_ecs_task_set.embed["ec2"]', 'aws_ecs_task_set.embed["fargate"]'],
            failures: [],
        }));
});

describe("A stack, as Pulumi writes it,", () => {
    const cases: [what: string, file: string, violations: string[][], undecided: string[]][] = [
        [
            "pulumi preview --json, which shows no secret",
            "preview.json",
            [
                ["inf2", "neuron-ami"],
                ["inf2", "neuron-instance-imdsv2"],
            ],
            ["secret"],
        ],
        [
            "pulumi stack export --show-secrets",
            "state.json",
            [
                ["inf2", "neuron-ami"],
                ["inf2", "neuron-instance-imdsv2"],
            ],
            [],
        ],
        [
            "pulumi preview --save-plan, with what changes",
            "update.plan.json",
            [
                ["inf2", "neuron-ami"],
                ["embed", "libnrt-devices"],
            ],
            ["secret"],
        ],
    ];
    for (const [what, file, found, undecided] of cases) {
        it(`is checked when it is by ${what}`, () =>
            assert.deepStrictEqual(violations(`pulumi/${file}`), {
                violations: found.map((one) => [file, ...one]),
                undecided,
                failures: [],
            }));
    }
});
