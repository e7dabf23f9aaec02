import { camelKeys, snake, snakeKey } from "../spelling";
import { Attribute, Encoded, isFields, type Fields } from "../value";
import { fieldsOf, listOf, one, without, type Writer } from "./writer";

const role = "arn:aws:iam::123456789012:role/starts";

export const starters: Readonly<Record<string, Writer>> = {
    "AWS::Events::Rule": ({ Targets }, id) =>
        listOf(Targets).map(({ EcsParameters, BatchParameters, Id: _id, ...given }) => ({
            id,
            type: "aws_cloudwatch_event_target",
            arguments: without({
                rule: id,
                role_arn: role,
                ...snake(given),
                ecs_target: isFields(EcsParameters) ? singular(snake(EcsParameters)) : undefined,
                batch_target: isFields(BatchParameters) ? snake(BatchParameters) : undefined,
            }),
        })),
    "AWS::Scheduler::Schedule": one("aws_scheduler_schedule"),
    "AWS::StepFunctions::StateMachine": one("aws_sfn_state_machine", (given) => ({
        name: "machine",
        role_arn: role,
        definition_string: undefined,
        definition: given["DefinitionString"] ?? new Encoded("json", byName(given["Definition"])),
    })),
    "AWS::Batch::JobDefinition": one("aws_batch_job_definition", (given, id) => ({
        job_definition_name: undefined,
        name: given["JobDefinitionName"] ?? id,
        ...Object.fromEntries(
            ["ContainerProperties", "EcsProperties", "NodeProperties"]
                .filter((key) => given[key] !== undefined)
                .map((key) => [snakeKey(key), new Encoded("json", camelKeys(given[key]))]),
        ),
    })),
    "AWS::Batch::JobQueue": one("aws_batch_job_queue", (_, id) => ({ name: id })),
    "AWS::Batch::ComputeEnvironment": one("aws_batch_compute_environment", ({ ComputeResources }, id) => ({
        name: id,
        compute_resources: without({
            ...snake(fieldsOf(ComputeResources)),
            instance_types: undefined,
            instance_type: fieldsOf(ComputeResources)["InstanceTypes"],
        }),
    })),
};

/** With names, which a plan knows, in place of ids. */
function byName(value: unknown): unknown {
    if (value instanceof Attribute) {
        return new Attribute(value.id, "name");
    }
    if (Array.isArray(value)) {
        return value.map(byName);
    }
    return isFields(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, byName(one)])) : value;
}

/** The blocks of a target of an event are named one by one. */
function singular({ placement_constraints: placement_constraint, ...fields }: Fields): Fields {
    return without({ ...fields, placement_constraint });
}
