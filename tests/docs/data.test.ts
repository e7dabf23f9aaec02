import assert from "node:assert/strict";
import { parseAllDocuments } from "yaml";
import { readConfiguration } from "../../checks";
import schema from "../../plugin/schema.json";
import { blocksOf, pages, type Block } from "./pages";

type Fields = Readonly<Record<string, unknown>>;

const components: Readonly<Record<string, { readonly inputProperties?: Fields } | undefined>> = schema.resources;

/** What is wrong with a program in Pulumi YAML: components and arguments that do not exist. */
function problemsOfProgram(resources: Readonly<Record<string, { type: string; properties?: Fields }>>): string[] {
    return Object.values(resources).flatMap(({ type, properties = {} }) => {
        const [, name] = /^ecs-inferentia:(\w+)$/.exec(type) ?? [];
        if (name === undefined) {
            return [];
        }
        const known = components[`ecs-inferentia:index:${name}`]?.inputProperties;
        return known === undefined
            ? [`there is no ${type}`]
            : Object.keys(properties).flatMap((key) => (key in known ? [] : [`${type} has no ${key}`]));
    });
}

/** What is wrong with a workflow of GitHub Actions: a job without a machine, a step that is not one thing. */
function problemsOfWorkflow({ on, jobs }: { on?: unknown; jobs: Readonly<Record<string, Fields>> }): string[] {
    return [
        ...(on === undefined ? ["nothing starts it"] : []),
        ...Object.entries(jobs).flatMap(([name, job]) => [
            ...(typeof job["runs-on"] === "string" ? [] : [`${name} has no runs-on`]),
            ...((job["steps"] ?? []) as Fields[]).flatMap((step, at) =>
                "uses" in step === "run" in step ? [`${name}.steps[${at}] is not one of uses and run`] : [],
            ),
        ]),
    ];
}

/** What is wrong with a pipeline of GitLab: a job without a script. */
function problemsOfPipeline(pipeline: Readonly<Record<string, Fields>>): string[] {
    const jobs = Object.entries(pipeline).filter(
        ([name]) => !["default", "include", "stages", "variables"].includes(name),
    );
    return jobs.flatMap(([name, job]) => (Array.isArray(job["script"]) ? [] : [`${name} has no script`]));
}

function problemsOfYaml(text: string): string[] {
    return parseAllDocuments(text).flatMap((document): string[] => {
        const problems = [...document.errors, ...document.warnings].map((problem): string => problem.message);
        const value: unknown = document.toJS();
        if (problems.length > 0 || typeof value !== "object" || value === null) {
            return problems;
        }
        if ("resources" in value) {
            return problemsOfProgram(value.resources as Parameters<typeof problemsOfProgram>[0]);
        }
        if ("jobs" in value) {
            return problemsOfWorkflow(value as Parameters<typeof problemsOfWorkflow>[0]);
        }
        const isPipeline = Object.values(value as Fields).some(
            (job) => typeof job === "object" && job !== null && "script" in job,
        );
        return isPipeline ? problemsOfPipeline(value as Readonly<Record<string, Fields>>) : [];
    });
}

/** What is wrong with a JSON block: a configuration is read as one, what else there is only parsed. */
function problemsOfJson({ text }: Pick<Block, "text">): string[] {
    const value = JSON.parse(text) as Fields;
    const isOther = ["containerDefinitions", "resources", "Statement", "properties"].some((key) => key in value);
    const read = readConfiguration(isOther ? {} : value);
    return "problems" in read ? [...read.problems] : [];
}

describe("The YAML of the documents", () => {
    for (const { at, text } of pages.flatMap((page) => blocksOf(page, "yaml"))) {
        it(`${at}: is right`, () => assert.deepStrictEqual(problemsOfYaml(text), []));
    }

    it("would not be with a mistyped argument, a job without a script, or a step that does two things", () => {
        const program =
            "resources: { ml: { type: ecs-inferentia:Cluster, properties: { instancetype: inf1.xlarge } } }";
        const workflow = "on: push\njobs: { check: { steps: [{ uses: actions/checkout@v4, run: npm ci }] } }";
        const pipeline = "build: { script: [npm ci] }\ncheck: { image: node }";
        assert.deepStrictEqual(
            [program, workflow, pipeline, "a: [1"].map((text) => problemsOfYaml(text).length),
            [1, 2, 1, 1],
        );
    });
});

describe("The JSON of the documents", () => {
    for (const block of pages.flatMap((page) => blocksOf(page, "json"))) {
        it(`${block.at}: is right`, () => assert.deepStrictEqual(problemsOfJson(block), []));
    }

    it("would not be with a rule that does not exist", () => {
        assert.equal(problemsOfJson({ text: '{ "neuron-amy": "advisory" }' }).length, 1);
    });
});
