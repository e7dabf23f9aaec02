import assert from "node:assert/strict";
import { ResourceReferences } from "../../../../checks/stack/references";
import { statesThatRunTasks } from "../../../../checks/stack/starters/state-machine";
import { UNKNOWN } from "../../../../ecs/known";

const runs = (Parameters: object, Resource = "arn:aws:states:::ecs:runTask.sync") => ({
    Type: "Task",
    Resource,
    Parameters,
});
const references = new ResourceReferences(true);
const task = { id: "task", type: "AWS::ECS::TaskDefinition", properties: {} };
references.add(task);

/** The states of a machine: their name or kind, their path, and their parameters. */
function states(properties: Readonly<Record<string, unknown>>, dependencies = {}): readonly unknown[] {
    const machine = { id: "machine", type: "AWS::StepFunctions::StateMachine", properties, dependencies };
    return statesThatRunTasks(machine, references).map(({ name, isJob, path, parameters }) => [
        `${String(name)}${isJob ? " (job)" : ""}`,
        path.join("."),
        parameters,
    ]);
}

describe("The states of a state machine that run tasks", () => {
    it("are those that call ECS or Batch, by the SDK's integration too", () =>
        assert.deepStrictEqual(
            states({
                Definition: {
                    States: {
                        Sync: runs({ Cluster: "ml" }),
                        Token: runs({ Cluster: "ml" }, "arn:aws:states:::ecs:runTask.waitForTaskToken"),
                        Sdk: {
                            ...runs({}, "arn:aws:states:::aws-sdk:ecs:runTask"),
                            Parameters: undefined,
                            Arguments: { Cluster: "ml" },
                        },
                        Job: runs({ JobQueue: "q" }, "arn:aws-cn:states:::batch:submitJob.sync"),
                        Stop: runs({}, "arn:aws:states:::aws-sdk:ecs:stopTask"),
                        Wait: { Type: "Wait" },
                    },
                },
            }),
            [
                ["Sync", "definition.States.Sync.Parameters", { Cluster: "ml" }],
                ["Token", "definition.States.Token.Parameters", { Cluster: "ml" }],
                ["Sdk", "definition.States.Sdk.Arguments", { Cluster: "ml" }],
                ["Job (job)", "definition.States.Job.Parameters", { JobQueue: "q" }],
            ],
        ));

    it("are found in branches and in maps", () => {
        const inner = { States: { Run: runs({}) } };
        const machine = {
            States: {
                Both: { Type: "Parallel", Branches: [{ States: {} }, inner] },
                Each: { Type: "Map", ItemProcessor: inner },
                Old: { Type: "Map", Iterator: inner },
            },
        };
        assert.deepStrictEqual(
            states({ definitionString: JSON.stringify(machine) }).map((state) => (state as readonly unknown[])[1]),
            [
                "definitionString.States.Both.Branches.1.States.Run.Parameters",
                "definitionString.States.Each.ItemProcessor.States.Run.Parameters",
                "definitionString.States.Old.Iterator.States.Run.Parameters",
            ],
        );
    });

    const values: [what: string, given: object, read: object][] = [
        ["from their input", { "TaskDefinition.$": "$.task" }, { TaskDefinition: UNKNOWN }],
        ["by JSONata", { Cluster: "{% $cluster %}" }, { Cluster: UNKNOWN }],
        ["by a substitution", { LaunchType: "${Type}" }, { LaunchType: "EC2" }],
        ["by a substitution that is not given", { LaunchType: "${Other}" }, { LaunchType: UNKNOWN }],
        ["by the id of a resource", { TaskDefinition: "${Task}" }, { TaskDefinition: "${Task}" }],
        ["by an import", { Cluster: "${Fn::ImportValue}" }, { Cluster: UNKNOWN }],
        ["in lists", { Names: ["a", "${Type}"] }, { Names: ["a", "EC2"] }],
    ];
    for (const [what, given, read] of values) {
        it(`have values ${what}`, () => {
            const Definition = { States: { Run: runs(given) } };
            const [state] = states({ Definition, DefinitionSubstitutions: { Type: "EC2" } });
            assert.deepStrictEqual((state as readonly unknown[])[2], read);
        });
    }

    it("are one of which nothing is known, where a task definition went into an unknown definition", () => {
        const properties = { Definition: UNKNOWN };
        assert.deepStrictEqual(states(properties, { Definition: ["task"] }), [["undefined", "definition", UNKNOWN]]);
        assert.deepStrictEqual(states(properties), []);
    });

    it("are none in what is no JSON, or no definition", () =>
        assert.deepStrictEqual([states({ definitionString: "{" }), states({})], [[], []]));
});
