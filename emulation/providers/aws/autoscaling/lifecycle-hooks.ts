import type { Aws } from "../aws";
import { pascalCase, toApi } from "../api-shape";
import type { Failure } from "../failure";
import { list, number, object, type Properties, type Property, text, type Values } from "../property";
import { rangeFailures } from "../ranges";

export const hook: Properties = {
    defaultResult: text({ computed: true, oneOf: ["CONTINUE", "ABANDON"] }),
    heartbeatTimeout: number(),
    lifecycleTransition: text({
        required: true,
        oneOf: ["autoscaling:EC2_INSTANCE_LAUNCHING", "autoscaling:EC2_INSTANCE_TERMINATING"],
    }),
    name: text({ required: true, api: "LifecycleHookName" }),
    notificationMetadata: text(),
    notificationTargetArn: text({ api: "NotificationTargetARN" }),
    roleArn: text({ api: "RoleARN" }),
};

/** Lifecycle hooks that are there before the group's first instance is. */
export const initialLifecycleHooks: Property = list(object(hook), { api: false, replaces: true, unordered: true });

function hooksOf(values: Values): Values[] {
    return (values["initialLifecycleHooks"] ?? []) as Values[];
}

/** As Pulumi's provider: a group with hooks is made empty, gets them, and only then its size. */
export function sizeBeforeHooks(values: Values): Values {
    return hooksOf(values).length === 0 ? {} : { MinSize: 0, MaxSize: 0, DesiredCapacity: 0 };
}

/** Answers whether there are any. */
export async function putHooks(aws: Aws, AutoScalingGroupName: string, values: Values): Promise<boolean> {
    const scaling = await aws.autoScaling();
    for (const one of hooksOf(values)) {
        const members = toApi(hook, one, pascalCase) as { LifecycleHookName: string };
        await scaling.putLifecycleHook({ AutoScalingGroupName, ...members });
    }
    return hooksOf(values).length > 0;
}

export function hookFailures(values: Values): Failure[] {
    const hooks = values["initialLifecycleHooks"];
    return (Array.isArray(hooks) ? (hooks as unknown[]) : []).flatMap((one, index) =>
        rangeFailures(`initialLifecycleHooks[${index}]`, one as Values, { heartbeatTimeout: [30, 7200] }),
    );
}
