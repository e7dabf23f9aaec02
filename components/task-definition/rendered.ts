import type { ecs } from "@pulumi/aws/types/input";
import * as pulumi from "@pulumi/pulumi";
import { inputContainers, inputPlacement, inputVolumes, type TaskInputs } from "../../ecs/render/definition";
import { pickMembers } from "../engine/pick-members";
import type { TaskDefinitionArgs } from "./args/task-definition";
import type { Volume } from "./args/volume";
import type { TaskSetting } from "./setting";

/** The container definitions as one text. */
export function containerDefinitions(args: TaskDefinitionArgs, setting: TaskSetting): pulumi.Output<string> {
    const { runtime, instanceTypes, memory, region, logGroup, gate } = setting;
    return pulumi
        .output({
            containers: args.containers,
            sidecars: args.sidecars,
            neuronRtd: args.neuronRtd,
            visibleDevices: args.visibleDevices,
            networkMode: args.networkMode,
            memory,
            runtime,
            instanceTypes,
            region,
            logGroup,
            gate,
        })
        .apply((inputs) => JSON.stringify(inputContainers(inputs as TaskInputs)));
}

/** The volumes that the runtime needs, and then the further ones. */
export function volumes(args: TaskDefinitionArgs, { runtime, gate }: TaskSetting): pulumi.Output<EcsVolume[]> {
    const daemon = pickMembers([args.neuronRtd ?? {}], ["socket"], gate);
    return pulumi
        .all([runtime, daemon, args.volumes ?? [], gate])
        .apply(([ofTask, [neuronRtd], further]) => [
            ...(inputVolumes({ runtime: ofTask, neuronRtd }) as pulumi.Unwrap<Volume>[]).map(asResource),
            ...further.map(asResource),
        ]);
}

/** The constraint of the instance types, and then the further ones; undefined where there is none. */
export function placementConstraints(
    args: TaskDefinitionArgs,
    { instanceTypes, gate }: TaskSetting,
): pulumi.Output<ecs.TaskDefinitionPlacementConstraint[]> | undefined {
    const isPlaced = [args.pool, args.instanceType, args.instanceTypes].some((one) => one !== undefined);
    return isPlaced || args.placementConstraints !== undefined
        ? pulumi
              .all([instanceTypes, args.placementConstraints ?? [], gate])
              .apply(([types, further]) => [
                  ...(inputPlacement({ instanceTypes: types }) as typeof further),
                  ...further,
              ])
        : undefined;
}

type EcsVolume = pulumi.Unwrap<ecs.TaskDefinitionVolume>;

/** A volume as the resource spells it. */
function asResource({ host, configuredAtLaunch, efsVolumeConfiguration, ...others }: pulumi.Unwrap<Volume>): EcsVolume {
    return {
        ...others,
        ...(host?.sourcePath !== undefined && { hostPath: host.sourcePath }),
        ...(configuredAtLaunch !== undefined && { configureAtLaunch: configuredAtLaunch }),
        ...(efsVolumeConfiguration && {
            efsVolumeConfiguration: { transitEncryption: "ENABLED", ...efsVolumeConfiguration },
        }),
    };
}
