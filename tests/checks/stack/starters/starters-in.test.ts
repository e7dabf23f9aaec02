import assert from "node:assert/strict";
import { defaultConfiguration } from "../../../../checks/configuration/read-configuration";
import { checkStack } from "../../../../checks/judge/check-stack";
import { messageOf } from "../../../../checks/phrasing/sentence";
import { readStack } from "../../../../checks/stack/read-stack";
import type { SourceResource } from "../../../../checks/stack/source-resource";
import { UNKNOWN } from "../../../../ecs/known";
import { resource, taskDefinition } from "../../stack-resources";

const bert = taskDefinition("bert");
const web = taskDefinition("web", { name: "web", image: "nginx:1", memory: 100 });
const cluster = resource("cluster", "cluster");

/** What starts tasks in a resource: its title, and the task definitions and launch type that it names. */
function started(one: SourceResource): unknown {
    return readStack([bert, web, cluster, one]).starters.map((service) => [
        service.title,
        service.taskDefinition === UNKNOWN ? UNKNOWN : service.taskDefinition.targets.map(({ id }) => id),
        service.launchType,
    ]);
}

/** The violations of the rules about launch types and placement: where they stand. */
function foundIn(...resources: readonly SourceResource[]): readonly string[] {
    const { findings } = checkStack([bert, web, cluster, ...resources], defaultConfiguration);
    return findings
        .filter(({ rule, kind }) => kind === "violation" && rule === "neuron-compatible-launch-type")
        .map(({ resource: id, path }) => `${id} ${path.join(".")}`);
}

const runsOnFargate = { launchType: "FARGATE", taskDefinitionArn: "bert" };
const machine = (definition: unknown, more: object = {}) => resource("stateMachine", "batch", { definition, ...more });
const state = (parameters: object, more: object = {}) => ({
    Type: "Task",
    Resource: "arn:aws:states:::ecs:runTask.sync",
    Parameters: parameters,
    ...more,
});

describe("What starts tasks", () => {
    const starters: [string, SourceResource, unknown, readonly string[]][] = [
        [
            "is a task set",
            resource("taskSet", "set", { launchType: "FARGATE", taskDefinition: "bert", cluster: "cluster" }),
            [['task set "set"', ["bert"], "FARGATE"]],
            ["set launchType"],
        ],
        [
            "is each target of a rule that is a cluster",
            resource("eventRule", "nightly", {
                Targets: [
                    { Id: "q", Arn: "arn:aws:sqs:us-west-2:111122223333:q" },
                    {
                        Id: "web",
                        Arn: "cluster",
                        EcsParameters: { TaskDefinitionArn: "${web}", LaunchType: "FARGATE" },
                    },
                    { Id: "bert", Arn: "cluster", EcsParameters: { ...runsOnFargate, TaskDefinitionArn: "${bert}" } },
                ],
            }),
            [
                ['rule "nightly"', ["web"], "FARGATE"],
                ['rule "nightly"', ["bert"], "FARGATE"],
            ],
            ["nightly targets.2.ecsParameters.launchType"],
        ],
        [
            "is an event target",
            resource("eventTarget", "nightly", { arn: "cluster", ecsTarget: runsOnFargate }),
            [['event target "nightly"', ["bert"], "FARGATE"]],
            ["nightly ecsTarget.launchType"],
        ],
        [
            "is a nested block of Terraform in an event target",
            resource("eventTarget", "nightly", { arn: "cluster", ecsTarget: [runsOnFargate] }),
            [['event target "nightly"', ["bert"], "FARGATE"]],
            ["nightly ecsTarget.launchType"],
        ],
        ["is no event target of something else", resource("eventTarget", "queue", { ecsTarget: [] }), [], []],
        [
            "is a schedule",
            resource("schedule", "hourly", { target: { arn: "cluster", ecsParameters: runsOnFargate } }),
            [['schedule "hourly"', ["bert"], "FARGATE"]],
            ["hourly target.ecsParameters.launchType"],
        ],
        [
            "is each state of a state machine that runs a task",
            machine(
                JSON.stringify({
                    StartAt: "Wait",
                    States: {
                        Wait: { Type: "Wait", Seconds: 1 },
                        All: {
                            Type: "Parallel",
                            Branches: [
                                { States: { Bert: state({ TaskDefinition: "${Task}", LaunchType: "FARGATE" }) } },
                            ],
                        },
                        Each: {
                            Type: "Map",
                            ItemProcessor: {
                                States: { Web: state({ "TaskDefinition.$": "$.x", LaunchType: "${Unset}" }) },
                            },
                        },
                    },
                }),
                { definitionSubstitutions: { Task: "bert" } },
            ),
            [
                ['state "Bert" of state machine "batch"', ["bert"], "FARGATE"],
                ['state "Web" of state machine "batch"', UNKNOWN, UNKNOWN],
            ],
            ["batch definition.States.All.Branches.0.States.Bert.Parameters.launchType"],
        ],
        ["is no state machine that is not JSON", machine("{"), [], []],
    ];
    for (const [what, one, expected, found] of starters) {
        it(what, () => {
            assert.deepStrictEqual(started(one), expected);
            assert.deepStrictEqual(foundIn(one), found);
        });
    }

    it("may be a state machine into whose unknown definition a task definition went", () => {
        assert.deepStrictEqual(started(machine(UNKNOWN)), []);
        const one = { ...machine(UNKNOWN), dependencies: { definition: ["bert"] } };
        assert.deepStrictEqual(started(one), [['state machine "batch"', ["bert"], UNKNOWN]]);
    });

    it("may be a rule into whose unknown targets a task definition went", () => {
        const rule = resource("eventRule", "nightly", { Targets: UNKNOWN }, { Targets: ["bert"] });
        assert.deepStrictEqual(started(rule), [[`rule "nightly"`, ["bert"], UNKNOWN]]);
        assert.deepStrictEqual(started({ ...rule, dependencies: {} }), []);
    });

    it("in a task set is placed by the constraints of its service", () => {
        const expression = "attribute:ecs.instance-type == inf1.xlarge";
        const service = resource("service", "service", { placementConstraints: [{ type: "memberOf", expression }] });
        const set = (name: unknown) =>
            resource("taskSet", "set", { taskDefinition: "bert", launchType: "EC2", service: name });
        const constraintsOf = (name: unknown) =>
            readStack([bert, service, set(name)]).starters.find(({ id }) => id === "set")?.placementConstraints;
        assert.deepStrictEqual(constraintsOf("service"), [{ type: "memberOf", expression }]);
        assert.equal(constraintsOf("elsewhere"), UNKNOWN);
    });
});

describe("A state of a state machine whose cluster another template exports", () => {
    it("runs in the cluster that went into its definition", () => {
        const parameters = { TaskDefinition: "bert", Cluster: "${Fn::ImportValue}" };
        const [starter] = readStack([
            bert,
            { id: "Ml of ml.yaml", type: "AWS::ECS::Cluster", properties: {} },
            {
                id: "machine",
                type: "AWS::StepFunctions::StateMachine",
                properties: { Definition: { States: { Bert: state(parameters) } } },
                dependencies: { Definition: ["Ml of ml.yaml"] },
            },
        ]).starters;
        assert.deepStrictEqual(starter?.cluster, { targets: [{ id: "Ml of ml.yaml" }], elsewhere: false });
    });
});

describe("The overrides of a task that is started", () => {
    const messages = (input: unknown) =>
        checkStack(
            [
                bert,
                cluster,
                resource("eventTarget", "nightly", {
                    arn: "cluster",
                    ecsTarget: { launchType: "EC2", taskDefinitionArn: "bert" },
                    input,
                }),
            ],
            defaultConfiguration,
        )
            .findings.filter(({ path }) => path[0] === "input")
            .map((finding) => [finding.rule, finding.kind, messageOf(finding)]);
    const textOf = (input: unknown) => messages(JSON.stringify(input));
    const override = (name: string, more: object) => ({ containerOverrides: [{ name, ...more }] });

    it("are checked with the containers that they change", () =>
        assert.deepStrictEqual(
            textOf(
                override("neuron-rtd", { environment: [{ name: "AWS_NEURON_VISIBLE_DEVICES", value: "none" }] }),
            ).map(([rule, kind, message]) => [rule, kind, String(message).slice(0, 70)]),
            [
                [
                    "neuron-visible-devices",
                    "violation",
                    'container "neuron-rtd", as event target "nightly" overrides it, has AW',
                ],
            ],
        ));

    it("change nothing that the rules look at", () => {
        assert.deepStrictEqual(textOf(override("bert", { environment: [{ name: "DAY", value: "<day>" }] })), []);
        assert.deepStrictEqual(textOf(override("other", { command: ["sleep"] })), []);
        assert.deepStrictEqual(textOf({}), []);
        assert.deepStrictEqual(messages("{"), []);
    });

    it("are not decided while they are not known", () =>
        assert.deepStrictEqual(
            messages(UNKNOWN).map(([rule, kind]) => [rule, kind]),
            ["neuron-rtd-sidecar", "neuron-rtd-shared-volume", "neuron-rtd-address", "neuron-visible-devices"].map(
                (rule) => [rule, "unknown"],
            ),
        ));

    it("make no Neuron task of another one while they are not known", () => {
        const web = taskDefinition("web", { name: "web", image: "nginx:1" });
        const target = { arn: "cluster", ecsTarget: { launchType: "EC2", taskDefinitionArn: "web" }, input: UNKNOWN };
        const { findings } = checkStack([web, cluster, resource("eventTarget", "t", target)], defaultConfiguration);
        assert.deepStrictEqual(findings, []);
    });

    it("stand in its input as an object, too", () => {
        const given = override("neuron-rtd", { environment: [{ name: "AWS_NEURON_VISIBLE_DEVICES", value: "none" }] });
        assert.deepStrictEqual(messages(given), textOf(given));
        assert.equal(messages(given).length, 1);
    });
});
