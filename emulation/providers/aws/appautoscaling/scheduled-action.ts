import type { PutScheduledActionCommandInput, ScheduledAction } from "@aws-sdk/client-application-auto-scaling";
import { fromApi, pascalCase, toApi } from "../api-shape";
import type { Aws } from "../aws";
import { region } from "../common-inputs";
import { differences } from "../differences";
import { number, object, only, type Properties, text, type Values } from "../property";
import type { ResourceType } from "../resource-type";
import { scaledMembers, scaledResource } from "./scaled-resource";

const times: Properties = {
    endTime: text({ meaning: Date.parse }),
    startTime: text({ meaning: Date.parse }),
};

/** What an update sends where it has changed. */
const changeable: Properties = {
    ...times,
    scalableTargetAction: object({ maxCapacity: number(), minCapacity: number() }, { required: true }),
    schedule: text({ required: true }),
    timezone: text({ default: "UTC" }),
};

const inputs: Properties = {
    ...scaledResource,
    ...changeable,
    name: text({ replaces: true, api: "ScheduledActionName" }),
    region,
};

/** Other bounds for a target of Application Auto Scaling at a time. */
export const scheduledAction: ResourceType = {
    inputs,
    outputs: ["arn"],
    autoName: { maxLength: 255 },
    check({ scalableTargetAction }) {
        const { maxCapacity, minCapacity } = (scalableTargetAction ?? {}) as Values;
        return typeof scalableTargetAction === "object" && maxCapacity === undefined && minCapacity === undefined
            ? [{ property: "scalableTargetAction", reason: "must have maxCapacity, minCapacity or both" }]
            : [];
    },
    async create(aws, values) {
        await put(aws, values, Object.keys(changeable));
        return [values["name"], values["serviceNamespace"], values["resourceId"]].join("-");
    },
    async read(aws, _id, state) {
        const { ServiceNamespace, ResourceId } = scaledMembers(state);
        const ScheduledActionNames = [String(state["name"])];
        const request = { ServiceNamespace, ResourceId, ScheduledActionNames };
        const [found] =
            (await (await aws.applicationAutoScaling()).describeScheduledActions(request)).ScheduledActions ?? [];
        return found && { ...fromApi(inputs, found, pascalCase), ...timesOf(found), arn: found.ScheduledActionARN };
    },
    async update(aws, _id, news, olds) {
        await put(
            aws,
            news,
            differences(changeable, olds, news).map(({ property }) => property),
        );
    },
    async delete(aws, _id, state) {
        const ScheduledActionName = String(state["name"]);
        await (
            await aws.applicationAutoScaling()
        ).deleteScheduledAction({ ...scaledMembers(state), ScheduledActionName });
    },
};

async function put(aws: Aws, values: Values, members: readonly string[]): Promise<void> {
    const given = only(values, [...Object.keys(scaledResource), "name", ...members]);
    const request = toApi(inputs, given, pascalCase);
    for (const name of ["StartTime", "EndTime"].filter((one) => request[one] !== undefined)) {
        request[name] = new Date(String(request[name]));
    }
    await (await aws.applicationAutoScaling()).putScheduledAction(request as unknown as PutScheduledActionCommandInput);
}

function timesOf({ StartTime, EndTime }: ScheduledAction): Values {
    return { startTime: StartTime?.toISOString(), endTime: EndTime?.toISOString() };
}
