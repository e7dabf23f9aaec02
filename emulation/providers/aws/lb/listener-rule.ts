import type { Action, Rule, RuleCondition } from "@aws-sdk/client-elastic-load-balancing-v2";
import { fromApi, pascalCase, toApi } from "../api-shape";
import type { Aws } from "../aws";
import { unlessGone } from "../aws-error";
import { region, tags } from "../common-inputs";
import { differences } from "../differences";
import { allUnserved, list, number, object, type Properties, text, type Values } from "../property";
import type { ResourceType } from "../resource-type";
import { tagsOf, toKeyValues } from "../tags";
import { action } from "./action";
import { tagsOfBalancing, updateBalancingTags } from "./tagging";

const values = list(text(), { unordered: true });
const patterns = { values, ...allUnserved("regexValues") };

/** Each condition, by the member of the API that holds it. */
const configurations = {
    hostHeader: { field: "host-header", table: patterns },
    httpHeader: { field: "http-header", table: { httpHeaderName: text({ required: true }), ...patterns } },
    httpRequestMethod: {
        field: "http-request-method",
        table: { values: list(text(), { required: true, unordered: true }) },
    },
    pathPattern: { field: "path-pattern", table: patterns },
    sourceIp: { field: "source-ip", table: { values, ...allUnserved("ipAddressType") } },
} as const;

const conditions = Object.fromEntries(
    Object.entries(configurations).map(([name, { table }]) => [
        name,
        object(table, { api: `${pascalCase(name)}Config` }),
    ]),
);

const inputs: Properties = {
    actions: list(object(action), { required: true }),
    conditions: list(object({ ...conditions, ...allUnserved("queryStrings") }), { required: true, unordered: true }),
    listenerArn: text({ required: true, replaces: true, api: false }),
    priority: number({ computed: true, api: false }),
    region,
    tags,
    ...allUnserved("transforms"),
};

/** A rule of a listener, which routes some of its requests. */
export const listenerRule: ResourceType = {
    inputs,
    outputs: ["arn", "tagsAll"],
    async create(aws, given) {
        const balancing = await aws.loadBalancing();
        const ListenerArn = String(given["listenerArn"]);
        const created = await balancing.createRule({
            ...members(given),
            ListenerArn,
            Priority: (given["priority"] as number | undefined) ?? (await freePriority(aws, ListenerArn)),
            Tags: toKeyValues(tagsOf(given)),
        });
        return created.Rules?.[0]?.RuleArn ?? "";
    },
    async read(aws, id) {
        const found = await describe(aws, id);
        return (
            found && {
                ...fromApi(inputs, found, pascalCase),
                arn: id,
                listenerArn: id.replace(/:listener-rule(\/.+)\/[^/]+$/, ":listener$1"),
                priority: Number(found.Priority),
                tagsAll: await tagsOfBalancing(aws, id),
            }
        );
    },
    async update(aws, id, news, olds) {
        const balancing = await aws.loadBalancing();
        const Priority = news["priority"] as number | undefined;
        if (Priority !== undefined && Priority !== olds["priority"]) {
            await balancing.setRulePriorities({ RulePriorities: [{ RuleArn: id, Priority }] });
        }
        // What did not change is left as it is, as by Pulumi's provider: others may own it.
        const changed = differences(inputs, olds, news).map(({ property }) => property);
        if (changed.includes("actions") || changed.includes("conditions")) {
            const { Actions, Conditions } = members(news);
            await balancing.modifyRule({
                RuleArn: id,
                ...(changed.includes("actions") ? { Actions } : {}),
                ...(changed.includes("conditions") ? { Conditions } : {}),
            });
        }
        await updateBalancingTags(aws, id, news, olds);
    },
    async delete(aws, id) {
        await (await aws.loadBalancing()).deleteRule({ RuleArn: id });
    },
};

function members(given: Values): { Actions: Action[]; Conditions: RuleCondition[] } {
    const { Actions, Conditions } = toApi(inputs, given, pascalCase) as {
        Actions: Action[];
        Conditions: RuleCondition[];
    };
    const fields = Object.entries(configurations);
    return {
        Actions,
        Conditions: Conditions.map((condition) => ({
            ...condition,
            Field: fields.find(([name]) => `${pascalCase(name)}Config` in condition)?.[1].field,
        })),
    };
}

/** As Pulumi's provider: the one after the highest. */
async function freePriority(aws: Aws, ListenerArn: string): Promise<number> {
    const { Rules = [] } = await (await aws.loadBalancing()).describeRules({ ListenerArn });
    const taken = Rules.map(({ Priority }) => Number(Priority)).filter((priority) => !Number.isNaN(priority));
    return Math.max(0, ...taken) + 1;
}

async function describe(aws: Aws, arn: string): Promise<Rule | undefined> {
    const balancing = await aws.loadBalancing();
    return (await unlessGone(balancing.describeRules({ RuleArns: [arn] })))?.Rules?.[0];
}
