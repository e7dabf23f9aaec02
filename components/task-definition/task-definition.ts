import type { LogGroup } from "@pulumi/aws/cloudwatch";
import { TaskDefinition as EcsTaskDefinition } from "@pulumi/aws/ecs";
import type { Role } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { componentTypes } from "../../contract";
import { givenArguments } from "../engine/given-arguments";
import { recordOutput, split, withRecords } from "../engine/record";
import { poolReference, type PoolReference } from "../pool/pool-reference";
import { OwnResources } from "../engine/own-resources";
import { whenValid } from "../engine/when-valid";
import { resolvedValues } from "../engine/values";
import type { TaskDefinitionArgs } from "./args/task-definition";
import { taskDefinitionCheck } from "./checks/check";
import { referenceOf } from "./reference";
import type { TaskReference } from "./task-reference";
import { createLogGroup, generatedName, logGroupName } from "./log-group";
import { warnOfMemory } from "./memory-warning";
import { needsOf } from "./needs";
import { containerDefinitions, placementConstraints, volumes } from "./rendered";
import { createExecutionRole, createTaskRole, ownRole } from "./roles";
import { settingOf } from "./setting";
import { readTask, type TaskArgs } from "./task";

interface Resources {
    readonly taskDefinition: EcsTaskDefinition;
    readonly executionRole: Role | undefined;
    readonly taskRole: Role | undefined;
    readonly logGroup: LogGroup | undefined;
}

const resources = new OwnResources<TaskDefinition, Resources>();

/**
 * An ECS task definition for inference on AWS Inferentia. With the runtime `neuron-rtd` the daemon stands in a sidecar
 * that starts first, with its capabilities, the shared volume, the socket's address on both sides and the visible
 * devices; with `libnrt` the model containers map their devices.
 *
 * @throws InvalidArgumentsError with every wrong argument, before anything of it is created.
 */
export class TaskDefinition extends pulumi.ComponentResource {
    /** The task, for the argument `task` of `Service`. */
    public readonly task: pulumi.Output<TaskReference>;
    /** The ARN of this revision of the task definition. */
    public readonly taskDefinitionArn: pulumi.Output<string>;
    /** The family. */
    public readonly family: pulumi.Output<string>;
    /** The ARN of the execution role. */
    public readonly executionRoleArn: pulumi.Output<string>;
    /** The name of the execution role. */
    public readonly executionRoleName: pulumi.Output<string>;
    /** The ARN of the task role, if there is one. */
    public readonly taskRoleArn: pulumi.Output<string | undefined>;
    /** The name of the task role, if there is one. */
    public readonly taskRoleName: pulumi.Output<string | undefined>;
    /** The name of the containers' log group, unless `logging` is off. */
    public readonly logGroupName: pulumi.Output<string | undefined>;

    constructor(name: string, args: TaskDefinitionArgs, opts?: pulumi.ComponentResourceOptions) {
        args = givenArguments("TaskDefinition", name, args);
        // Split, so that the engine and policies see what is known of it at preview.
        const given = withRecords(args, { pool: poolReference.members });
        super(componentTypes.taskDefinition, name, given, opts);
        const family = args.family ?? generatedName(name);
        const wholeArgs = { ...given, family };
        const gate = whenValid("TaskDefinition", name, wholeArgs, taskDefinitionCheck, this);
        const pool = given.pool && split<PoolReference>(given.pool, poolReference.members);
        const child = { parent: this, dependsOn: gate };

        const logGroup = createLogGroup(name, family, args, child);
        const task = gate.then(() => resolvedValues(wholeArgs)).then((values) => readTask(values as TaskArgs));
        const setting = settingOf(args, task, logGroup && logGroupName(family, args), child);
        const needs = needsOf(args, setting, logGroup?.arn);
        const execution = ownRole(args.executionRoleArn) ?? createExecutionRole(name, needs, args, child);
        const sessions = {
            logGroupArn: args.executeCommandLogGroupArn ?? pool?.executeCommandLogGroupArn,
            kmsKeyArn: args.executeCommandKmsKeyArn ?? pool?.executeCommandKmsKeyArn,
        };
        const taskRole = ownRole(args.taskRoleArn) ?? createTaskRole(name, args, sessions, child);
        const taskDefinition = new EcsTaskDefinition(
            `${name}-task`,
            {
                family,
                executionRoleArn: execution.arn,
                taskRoleArn: taskRole?.arn,
                networkMode: args.networkMode,
                containerDefinitions: containerDefinitions(args, setting),
                volumes: volumes(args, setting),
                placementConstraints: placementConstraints(args, setting),
                cpu: setting.cpu,
                memory: setting.memory,
                pidMode: args.pidMode,
                ipcMode: args.ipcMode,
                runtimePlatform: args.runtimePlatform,
                requiresCompatibilities: args.requiresCompatibilities,
                proxyConfiguration: args.proxyConfiguration,
                enableFaultInjection: args.enableFaultInjection,
                skipDestroy: args.keepOldRevisions ?? false,
                trackLatest: args.trackLatest,
                tags: args.tags,
            },
            // The log group's name is no output of it, so that the definitions are known at preview.
            logGroup ? { ...child, dependsOn: gate.then<pulumi.Resource[]>((ready) => [...ready, logGroup]) } : child,
        );
        resources.set(this, { taskDefinition, executionRole: execution.role, taskRole: taskRole?.role, logGroup });

        const reference = { ...referenceOf(task, setting, taskDefinition.arn), pool };
        warnOfMemory(name, reference, gate, this);
        this.task = recordOutput(reference);
        this.taskDefinitionArn = taskDefinition.arn;
        this.family = taskDefinition.family;
        this.executionRoleArn = execution.arn;
        this.executionRoleName = execution.name;
        this.taskRoleArn = pulumi.output(taskRole?.arn);
        this.taskRoleName = pulumi.output(taskRole?.name);
        this.logGroupName = pulumi.output(setting.logGroup);
        this.registerOutputs({
            task: reference,
            taskDefinitionArn: this.taskDefinitionArn,
            family: this.family,
            executionRoleArn: this.executionRoleArn,
            executionRoleName: this.executionRoleName,
            taskRoleArn: this.taskRoleArn,
            taskRoleName: this.taskRoleName,
            logGroupName: this.logGroupName,
        });
    }

    /** The task definition. */
    get taskDefinition(): EcsTaskDefinition {
        return resources.of(this).taskDefinition;
    }

    /** The execution role, unless an own one was given. */
    get executionRole(): Role | undefined {
        return resources.of(this).executionRole;
    }

    /** The task role, if the component created one. */
    get taskRole(): Role | undefined {
        return resources.of(this).taskRole;
    }

    /** The containers' log group, unless `logging` is off. */
    get logGroup(): LogGroup | undefined {
        return resources.of(this).logGroup;
    }
}
