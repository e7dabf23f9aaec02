import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { stringify } from "yaml";
import { checkStack, defaultConfiguration } from "../../../../checks";
import { recognise } from "../../../../cli/input/formats";
import { parseYaml } from "../../../../cli/input/parse-yaml";
import { numRuns } from "../../../checks/property-runs";
import {
    canary,
    cloudFormation,
    devicesMessage,
    pulumiState,
    rightDefinition,
    terraformPlan,
    wrongDefinition,
} from "../../definitions";
import { Workspace } from "../../command";

type Definition = ReturnType<typeof rightDefinition>;

interface Source {
    readonly what: string;
    readonly file: string;
    readonly resource: string;
    /** A text that stands in the line of the wrong value, once. */
    readonly at: string;
    readonly write: (definition: Definition) => unknown;
}

const sources: Source[] = [
    {
        what: "what register-task-definition takes",
        file: "register.json",
        resource: "bert",
        at: '"0,2"',
        write: (definition) => definition,
    },
    {
        what: "what describe-task-definition returns",
        file: "describe.json",
        resource: "bert",
        at: '"0,2"',
        write: (taskDefinition) => ({ taskDefinition, tags: [] }),
    },
    {
        what: "a list of task definitions",
        file: "list.json",
        resource: "bert",
        at: '"0,2"',
        write: (definition) => [definition],
    },
    {
        what: "a CloudFormation template in JSON",
        file: "template.json",
        resource: "Bert",
        at: '"0,2"',
        write: cloudFormation,
    },
    {
        what: "a CloudFormation template in YAML",
        file: "template.yaml",
        resource: "Bert",
        at: "0,2",
        write: (definition) => stringify(cloudFormation(definition)),
    },
    {
        what: "a Terraform plan",
        file: "plan.json",
        resource: "module.ml.aws_ecs_task_definition.bert",
        at: "container_definitions",
        write: terraformPlan,
    },
    {
        what: "a Pulumi state",
        file: "state.json",
        resource: "urn:pulumi:dev::ml::aws:ecs/taskDefinition:TaskDefinition::bert",
        at: "containerDefinitions",
        write: pulumiState,
    },
];

describe("ecs-inferentia check, for each format,", () => {
    let workspace: Workspace;

    before(() => (workspace = new Workspace()));
    after(() => workspace.remove());

    for (const { what, file, resource, at, write } of sources) {
        it(`finds nothing in ${what} that is right`, () => {
            workspace.write(file, write(rightDefinition()));
            assert.deepStrictEqual(workspace.run(["check", file]), {
                code: 0,
                out: "1 file checked: 0 mandatory, 0 advisory\n",
                err: "",
            });
        });

        it(`finds what is wrong in ${what}, at its line`, () => {
            workspace.write(file, write(wrongDefinition()));
            const { code, out } = workspace.run(["check", "--format", "json", file]);
            const content = write(wrongDefinition());
            const text = typeof content === "string" ? content : JSON.stringify(content, undefined, 2);
            const line = text.split("\n").findIndex((one) => one.includes(at)) + 1;
            assert.equal(code, 1);
            const { findings, failures, files } = JSON.parse(out) as {
                findings: (Record<string, unknown> & { line: number })[];
                failures: unknown[];
                files: number;
            };
            assert.deepStrictEqual([failures, files], [[], 1]);
            assert.equal(findings[0]?.line, line);
            assert.deepStrictEqual(
                findings.map(({ rule, level, kind, path, message, resource, file: where }) => ({
                    ...{ rule, level, kind, path, message, resource, file: where },
                    line: 0,
                })),
                [
                    {
                        file,
                        line: 0,
                        resource,
                        rule: "neuron-visible-devices",
                        level: "mandatory",
                        kind: "violation",
                        path: "containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES",
                        message: devicesMessage,
                    },
                ],
            );
            assert.ok(!out.includes(canary));
        });
    }
});

const fixtures = join(__dirname, "..", "..", "..", "fixtures");
const files = ["cdk", "cloudformation", "terraform"].flatMap((folder) =>
    readdirSync(join(fixtures, folder))
        .filter((name) => /\.(?:json|yaml)$/.test(name))
        .map((name) => readFileSync(join(fixtures, folder, name), "utf8")),
);

/** Data with the value at some place replaced: the n-th of all its values, counted from the top. */
function withValue(data: unknown, place: number, value: unknown): unknown {
    let left = place;
    const visit = (node: unknown): unknown => {
        if (left-- === 0) {
            return value;
        }
        if (Array.isArray(node)) {
            return node.map(visit);
        }
        return typeof node === "object" && node !== null
            ? Object.fromEntries(Object.entries(node).map(([key, item]) => [key, visit(item)]))
            : node;
    };
    return visit(data);
}

describe("Every format", () => {
    it("reads whatever stands in the place of any value, and throws never", () => {
        const parsed = files.map((text) => parseYaml(text)[0]?.data);
        fc.assert(
            fc.property(
                fc.nat(parsed.length - 1),
                fc.array(fc.tuple(fc.nat(400), fc.jsonValue({ maxDepth: 2 })), { minLength: 1, maxLength: 3 }),
                (which, changes) => {
                    const data = changes.reduce((before, [at, value]) => withValue(before, at, value), parsed[which]);
                    recognise(data).forEach(({ resources }) => checkStack(resources, defaultConfiguration));
                },
            ),
            { numRuns },
        );
    });
});
