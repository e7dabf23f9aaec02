import type { MetricAlarm, MetricDataQuery, PutMetricAlarmCommandInput } from "@aws-sdk/client-cloudwatch";
import { fromApi, pascalCase, toApi } from "../api-shape";
import type { Aws } from "../aws";
import { AwsError } from "../aws-error";
import { region, tags } from "../common-inputs";
import { differences } from "../differences";
import type { Failure } from "../failure";
import {
    allUnserved,
    boolean,
    list,
    map,
    number,
    object,
    type Properties,
    text,
    type Values,
    without,
} from "../property";
import type { ResourceType } from "../resource-type";
import { fromKeyValues, tagChanges, tagsOf, toKeyValues } from "../tags";

const actions = () => list(text(), { unordered: true });

const metric: Properties = {
    dimensions: map(text(), { api: false }),
    metricName: text({ required: true }),
    namespace: text(),
    period: number({ required: true }),
    stat: text({ required: true }),
    unit: text(),
};

const query: Properties = {
    accountId: text(),
    expression: text(),
    id: text({ required: true }),
    label: text(),
    metric: object(metric, { api: false }),
    period: number(),
    returnData: boolean({ default: false }),
};

const inputs: Properties = {
    actionsEnabled: boolean({ default: true }),
    alarmActions: actions(),
    alarmDescription: text(),
    comparisonOperator: text(),
    datapointsToAlarm: number(),
    dimensions: map(text(), { api: false }),
    evaluateLowSampleCountPercentiles: text({ computed: true, api: "EvaluateLowSampleCountPercentile" }),
    evaluationPeriods: number(),
    extendedStatistic: text(),
    insufficientDataActions: actions(),
    metricName: text(),
    metricQueries: list(object(query), { unordered: true, api: false }),
    name: text({ replaces: true, api: "AlarmName" }),
    namespace: text(),
    okActions: list(text(), { unordered: true, api: "OKActions" }),
    period: number(),
    region,
    statistic: text({ oneOf: ["SampleCount", "Average", "Sum", "Minimum", "Maximum"] }),
    tags,
    threshold: number(),
    thresholdMetricId: text(),
    treatMissingData: text({ default: "missing", oneOf: ["breaching", "ignore", "missing", "notBreaching"] }),
    unit: text(),
    ...allUnserved("evaluationCriteria", "evaluationInterval", "warmUpConfiguration"),
};

/** What `metricQueries` take the place of. */
const ofOneMetric = ["dimensions", "extendedStatistic", "metricName", "namespace", "period", "statistic"];

/** An alarm of Amazon CloudWatch on one metric, or on an expression. */
export const metricAlarm: ResourceType = {
    inputs,
    outputs: ["arn", "tagsAll"],
    autoName: { maxLength: 255 },
    check: conflicts,
    async create(aws, values) {
        const name = String(values["name"]);
        if ((await describe(aws, name)) !== undefined) {
            throw new AwsError("AlreadyExists", `CloudWatch metric alarm "${name}" already exists`);
        }
        await put(aws, values);
        return name;
    },
    async read(aws, id) {
        const found = await describe(aws, id);
        const ResourceARN = found?.AlarmArn;
        const answer = found && (await (await aws.cloudWatch()).listTagsForResource({ ResourceARN }));
        return (
            found && {
                ...fromApi(inputs, found, pascalCase),
                arn: ResourceARN,
                dimensions: dimensionsOf(found.Dimensions),
                evaluateLowSampleCountPercentiles: found.EvaluateLowSampleCountPercentile ?? "",
                metricQueries: found.Metrics?.map(queryOf),
                tagsAll: fromKeyValues(answer?.Tags),
            }
        );
    },
    async update(aws, _id, news, olds) {
        if (differences(without(inputs, "tags") as Properties, olds, news).length > 0) {
            await put(aws, news);
        }
        const cloudWatch = await aws.cloudWatch();
        const ResourceARN = String(olds["arn"]);
        const { removed, set } = tagChanges(olds, news);
        if (removed.length > 0) {
            await cloudWatch.untagResource({ ResourceARN, TagKeys: removed });
        }
        if (Object.keys(set).length > 0) {
            await cloudWatch.tagResource({ ResourceARN, Tags: toKeyValues(set) });
        }
    },
    async delete(aws, id) {
        await (await aws.cloudWatch()).deleteAlarms({ AlarmNames: [id] });
    },
};

/** Sends the whole alarm: PutMetricAlarm replaces it. */
async function put(aws: Aws, values: Values): Promise<void> {
    const queries = values["metricQueries"] as Values[] | undefined;
    const threshold = values["thresholdMetricId"] === undefined ? { Threshold: values["threshold"] ?? 0 } : {};
    const request = {
        ...toApi(inputs, values, pascalCase),
        ...threshold,
        ...(values["dimensions"] === undefined ? {} : { Dimensions: toDimensions(values["dimensions"]) }),
        ...(queries === undefined ? {} : { Metrics: queries.map(toQuery) }),
        Tags: toKeyValues(tagsOf(values)),
    };
    await (await aws.cloudWatch()).putMetricAlarm(request as unknown as PutMetricAlarmCommandInput);
}

function toQuery(one: Values): Values {
    const of = one["metric"] as Values | undefined;
    const { Period, Stat, Unit, ...Metric } = of === undefined ? {} : toApi(metric, of, pascalCase);
    const Dimensions = toDimensions(of?.["dimensions"]);
    const MetricStat = { Metric: { ...Metric, Dimensions }, Period, Stat, Unit };
    return { ...toApi(query, one, pascalCase), ...(of === undefined ? {} : { MetricStat }) };
}

function queryOf(one: MetricDataQuery): Values {
    const { Metric, ...stat } = one.MetricStat ?? {};
    const dimensions = dimensionsOf(Metric?.Dimensions);
    const of = { ...fromApi(metric, { ...Metric, ...stat }, pascalCase), dimensions };
    return { ...fromApi(query, one, pascalCase), ...(one.MetricStat === undefined ? {} : { metric: of }) };
}

function toDimensions(dimensions: unknown): { Name: string; Value: string }[] {
    return Object.entries((dimensions ?? {}) as Record<string, string>).map(([Name, Value]) => ({ Name, Value }));
}

function dimensionsOf(dimensions: MetricAlarm["Dimensions"]): Values {
    return Object.fromEntries((dimensions ?? []).map(({ Name = "", Value }) => [Name, Value]));
}

async function describe(aws: Aws, name: string): Promise<MetricAlarm | undefined> {
    const answer = await (await aws.cloudWatch()).describeAlarms({ AlarmNames: [name], AlarmTypes: ["MetricAlarm"] });
    return answer.MetricAlarms?.[0];
}

/** What Pulumi's provider refuses (`ConflictsWith`, `CustomizeDiff`). */
function conflicts(values: Values): Failure[] {
    const queries = values["metricQueries"];
    const both = Array.isArray(queries) ? (queries as Values[]) : [];
    return [
        ...ofOneMetric
            .filter((name) => queries !== undefined && values[name] !== undefined)
            .map((property) => ({ property, reason: "conflicts with metricQueries" })),
        ...both.flatMap(({ expression, metric: of }, index) =>
            expression !== undefined && of !== undefined
                ? [{ property: `metricQueries[${index}]`, reason: "cannot have both an expression and a metric" }]
                : [],
        ),
    ];
}
