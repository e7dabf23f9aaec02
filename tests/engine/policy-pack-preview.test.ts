import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { awsOf, inventory, projectRoot, type Session } from "../../emulation/session";
import { taskRules } from "../../checks/rules";
import { exampleOf } from "../../checks/examples";
import { describeOnTheEngine } from "./engine";
import type { Definition, Tasks } from "./programs/inference-tasks/tasks";
import { passed, said } from "./said";
import { errors, Stack } from "./stack";

const program = join(__dirname, "programs", "inference-tasks");
const withPack = ["--policy-pack", join(projectRoot, "policy-pack")];
const previews = 10;

/** Two of each rule's wrong task definitions, of those that the provider itself lets pass at preview. */
const wrong = [
    ["neuron-rtd-sidecar", "there is no sidecar"],
    ["neuron-rtd-sidecar", "there is no model container"],
    ["neuron-rtd-starts-first", "the model container does not wait for the sidecar"],
    ["neuron-rtd-starts-first", "the model container waits for another container only"],
    ["neuron-rtd-capabilities", "the sidecar adds no capability"],
    ["neuron-rtd-capabilities", "the sidecar adds ALL instead"],
    ["neuron-rtd-shared-volume", "the model container does not mount the volume"],
    ["neuron-rtd-shared-volume", "the model container mounts another volume"],
    ["neuron-rtd-address", "the model container has no address"],
    ["neuron-rtd-address", "the model container looks for another socket"],
    ["neuron-visible-devices", "the devices are not contiguous"],
    ["neuron-visible-devices", "the instance type has no such device"],
] as const;

function example(rule: string, title: string) {
    const { definition, findings } = exampleOf(rule, title);
    return {
        definition: definition as unknown as Definition,
        expected: findings.map((finding) => ({ rule, ...finding })),
    };
}

const rightDefinition = example("neuron-rtd-sidecar", "the sidecar is essential by default").definition;
const broken = wrong.map(([rule, title]) => ({
    resource: `${rule}-${title.replaceAll(" ", "-")}`,
    ...example(rule, title),
}));

function undecided(what: string, rules: readonly string[], isInference = true): string {
    return (
        "advisory neuron-unknown-at-preview: not known at preview, because it comes from a resource that is not " +
        `there yet: ${what}. Not decided by: ${rules.join(", ")}. ` +
        `${isInference ? "It is" : "Whether this is an inference task is not known either; if it is, it is"} ` +
        "checked before the update touches this resource"
    );
}

const rules = taskRules.map(({ name }) => name);
const undecidedText = undecided("containerDefinitions", rules, false);
/** With a placement on Inf1, what does not depend on the containers is decided. */
const undecidedOfInference = undecided(
    "containerDefinitions",
    rules.filter((name) => name !== "neuron-placement" && name !== "neuron-compatible-launch-type"),
);

/** As the guide's prose spells it. */
const neverHolds = "attribute:ecs.instance-type == Inf1.xlarge";

/** What the provider wants of a task on Fargate, so that it lets it pass at preview. */
const fargate = { requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512", networkMode: "awsvpc" };

const noVolume = (container: string) =>
    `mandatory neuron-rtd-shared-volume: container "${container}" mounts no declared task volume above its socket ` +
    '"unix:/sock/neuron-rtd.sock"; ' +
    "the sidecar and the model container must share one there: declare it in volumes, and mount it in both";

function tasksFile(session: Session, name: string, tasks: Tasks): Readonly<Record<string, string>> {
    const file = join(session.folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(tasks));
    return { INFERENCE_TASKS: file };
}

describeOnTheEngine("the policy pack at preview", (session) => {
    it(
        `finds the same in each of ${previews} previews: everything of twelve broken task definitions, of thirteen ` +
            "half-known ones, and of three that a component makes",
        async () => {
            const stack = await Stack.make(session(), program, "broken-and-half-known");
            const definitions = Object.fromEntries(broken.map(({ resource, definition }) => [resource, definition]));
            const env = tasksFile(session(), "broken-and-half-known", {
                known: definitions,
                half: {
                    ...Object.fromEntries(
                        Object.entries(definitions).map(([name, definition]) => [`half-${name}`, definition]),
                    ),
                    "half-never-placed": {
                        ...rightDefinition,
                        placementConstraints: [{ type: "memberOf", expression: neverHolds }],
                    },
                },
                components: { right: {}, "without-a-volume": { volumes: [] }, "on-fargate": fargate },
            });
            const unknownImage = (component: string) =>
                `${component}-task ` +
                undecided(`containers[0].image of "${component}", from which containerDefinitions is made`, [
                    "neuron-rtd-sidecar",
                ]);
            const expected = [
                ...broken.flatMap(({ resource, expected }) =>
                    expected.map(({ rule, message }) => `${resource} mandatory ${rule}: ${message}`),
                ),
                ...broken.map(
                    ({ resource, definition }) =>
                        `half-${resource} ` +
                        (definition.placementConstraints === undefined ? undecidedText : undecidedOfInference),
                ),
                `half-never-placed ${undecidedOfInference}`,
                `half-never-placed mandatory neuron-placement: the placement expression "${neverHolds}" can match no ` +
                    "Inferentia or Trainium instance; the attribute has the values inf1.xlarge, inf1.2xlarge, " +
                    "inf1.6xlarge, inf1.24xlarge: write for example attribute:ecs.instance-type == inf1.xlarge",
                unknownImage("right"),
                unknownImage("without-a-volume"),
                `without-a-volume-task ${noVolume("bert")}`,
                `without-a-volume-task ${noVolume("neuron-rtd")}`,
                unknownImage("on-fargate"),
                "on-fargate-task mandatory neuron-compatible-launch-type: the task definition requires FARGATE, " +
                    "which has no Inferentia or Trainium chips: require EC2 instead, or leave it out",
            ].sort();
            for (let preview = 1; preview <= previews; preview++) {
                const { code, events } = await stack.preview(withPack, env);
                assert.notEqual(code, 0);
                assert.deepStrictEqual(said(events), expected, `preview ${preview}`);
            }
        },
    );
});

describeOnTheEngine("a task definition whose image comes from a repository of the same stack", (session) => {
    const secret = "s3cr3t-of-the-model";
    const withSecret = ({ containerDefinitions: [first, ...rest], ...definition }: Definition): Definition => ({
        ...definition,
        containerDefinitions: [
            {
                ...first,
                environment: [...((first?.["environment"] ?? []) as object[]), { name: "API_KEY", value: secret }],
            },
            ...rest,
        ],
    });
    const make = async (name: string, definition: Definition) => {
        const stack = await Stack.make(session(), program, name);
        return {
            stack,
            env: tasksFile(session(), name, { half: { [name]: withSecret({ ...definition, family: name }) } }),
        };
    };
    const registered = async (family: string) =>
        (await inventory(awsOf(session()))).filter((each) => each.includes(`task-definition/${family}:`));

    it(
        "is let pass at preview, where no rule counts as passed that is not decided, and registered by the update " +
            "when it is right",
        async () => {
            const { stack, env } = await make("right-image", rightDefinition);
            const preview = await stack.preview(withPack, env);
            assert.deepStrictEqual(
                [preview.code, said(preview.events)],
                [0, [`right-image ${undecidedText}`]],
                errors(preview),
            );
            assert.deepStrictEqual(
                passed(preview.events, "right-image").filter((name) => rules.includes(name)),
                [],
            );
            const up = await stack.up(withPack, env);
            assert.deepStrictEqual([up.code, said(up.events)], [0, []], errors(up));
            assert.deepStrictEqual(
                rules.filter((name) => !passed(up.events, "right-image").includes(name)),
                [],
            );
            assert.equal((await registered("right-image")).length, 1);
            assert.equal((await stack.destroy()).code, 0);
        },
    );

    it("is refused by the update, before it is registered, when it is wrong, and its environment is never shown", async () => {
        const { definition, expected } = example("neuron-rtd-capabilities", "the sidecar adds no capability");
        const { stack, env } = await make("wrong-image", definition);
        const preview = await stack.preview(withPack, env);
        assert.deepStrictEqual(
            [preview.code, said(preview.events)],
            [0, [`wrong-image ${undecidedText}`]],
            errors(preview),
        );
        const up = await stack.up(withPack, env);
        assert.notEqual(up.code, 0);
        assert.deepStrictEqual(
            said(up.events),
            expected.map(({ rule, message }) => `wrong-image mandatory ${rule}: ${message}`),
        );
        assert.deepStrictEqual(await registered("wrong-image"), []);
        const shown = [...preview.events, ...up.events].filter(
            (event) => event.policyEvent !== undefined || event.diagnosticEvent !== undefined,
        );
        assert.ok(!JSON.stringify(shown).includes(secret));
        assert.equal((await stack.destroy()).code, 0);
    });
});
