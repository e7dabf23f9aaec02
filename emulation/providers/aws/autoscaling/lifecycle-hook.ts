import type { PutLifecycleHookCommandInput } from "@aws-sdk/client-auto-scaling";
import { fromApi, pascalCase, toApi } from "../api-shape";
import type { Aws } from "../aws";
import { region } from "../common-inputs";
import { type Properties, text, type Values } from "../property";
import { rangeFailures } from "../ranges";
import type { ResourceType } from "../resource-type";
import { hook } from "./lifecycle-hooks";

const inputs: Properties = {
    ...hook,
    autoscalingGroupName: text({ required: true, api: "AutoScalingGroupName" }),
    name: text({ replaces: true, api: "LifecycleHookName" }),
    region,
};

export const lifecycleHook: ResourceType = {
    inputs,
    outputs: [],
    autoName: { maxLength: 255 },
    check: (values) => rangeFailures("", values, { heartbeatTimeout: [30, 7200] }),
    async create(aws, values) {
        await put(aws, values);
        return String(values["name"]);
    },
    async read(aws, id, state) {
        const { LifecycleHooks: hooks = [] } = await (
            await aws.autoScaling()
        ).describeLifecycleHooks({
            AutoScalingGroupName: String(state["autoscalingGroupName"]),
            LifecycleHookNames: [id],
        });
        return hooks[0] && fromApi(inputs, hooks[0], pascalCase);
    },
    update: (aws, _, news) => put(aws, news),
    async delete(aws, id, state) {
        const AutoScalingGroupName = String(state["autoscalingGroupName"]);
        await (await aws.autoScaling()).deleteLifecycleHook({ AutoScalingGroupName, LifecycleHookName: id });
    },
};

async function put(aws: Aws, values: Values): Promise<void> {
    const members = toApi(inputs, values, pascalCase) as unknown as PutLifecycleHookCommandInput;
    await (await aws.autoScaling()).putLifecycleHook(members);
}
