import * as pulumi from "@pulumi/pulumi";
import { neuronRtdImage } from "../../contract";
import { pickMembers } from "../engine/pick-members";
import type { ExecutionNeeds } from "../iam/task";
import type { ContainerSettings } from "./args/container-settings";
import type { TaskDefinitionArgs } from "./args/task-definition";
import type { TaskSetting } from "./setting";

interface NamedLogGroup {
    readonly name: string;
    readonly region: string | undefined;
}

/** What ECS must read and write to start the task. */
export interface Needs {
    readonly region: pulumi.Output<string>;
    readonly images: pulumi.Output<string[]>;
    readonly others: pulumi.Output<
        Pick<ExecutionNeeds, "secrets" | "environmentFiles"> & { readonly logGroups: NamedLogGroup[] }
    >;
    /** The log group that the component makes. */
    readonly logGroupArn: pulumi.Input<string | undefined>;
}

type Settings = pulumi.Unwrap<ContainerSettings>;

const read = ["secrets", "environmentFiles", "repositoryCredentials", "logConfiguration"] as const;

/** Reads the needs of all containers. */
export function needsOf(
    args: TaskDefinitionArgs,
    { runtime, region, gate }: TaskSetting,
    logGroupArn: pulumi.Input<string | undefined>,
): Needs {
    const daemons = [args.neuronRtd ?? {}];
    const images = pulumi
        .all([
            runtime,
            region,
            pickMembers(daemons, ["image", "version"], gate),
            pickMembers(args.containers, ["image"], gate),
            pickMembers(args.sidecars, ["image"], gate),
        ])
        .apply(([of, at, [neuronRtd], containers, sidecars]) => [
            ...(of === "neuron-rtd" ? [neuronRtd?.image ?? neuronRtdImage(at, neuronRtd?.version)] : []),
            ...[...containers, ...sidecars].map(({ image }) => image),
        ]);
    const settings = pulumi.all([
        pickMembers(daemons, read, gate),
        pickMembers(args.containers, read, gate),
        pickMembers(args.sidecars, read, gate),
    ]);
    const others = settings.apply((lists) => {
        const containers: Settings[] = lists.flat();
        return {
            secrets: containers.flatMap(secretsOf),
            environmentFiles: containers.flatMap((one) => (one.environmentFiles ?? []).map(({ value }) => value)),
            logGroups: containers.flatMap(logGroupsOf),
        };
    });
    return { region, images, others, logGroupArn };
}

function secretsOf({ secrets, repositoryCredentials, logConfiguration }: Settings): string[] {
    return [
        ...[...(secrets ?? []), ...(logConfiguration?.secretOptions ?? [])].map(({ valueFrom }) => valueFrom),
        ...(repositoryCredentials === undefined ? [] : [repositoryCredentials.credentialsParameter]),
    ];
}

function logGroupsOf({ logConfiguration }: Settings): NamedLogGroup[] {
    const { logDriver, options } = logConfiguration ?? {};
    const name = logDriver === "awslogs" ? options?.["awslogs-group"] : undefined;
    return name === undefined ? [] : [{ name, region: options?.["awslogs-region"] }];
}
