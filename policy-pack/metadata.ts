import type { PolicyComplianceFramework } from "@pulumi/policy";
import {
    allPolicies,
    configurationPageUri,
    kindsJudgedBy,
    nounOf,
    pageUriOf,
    shapeRule,
    sources,
    type Rule,
    type RuleText,
    type Source,
} from "../checks";
import type { Policy } from "./policy";

/** What Pulumi's console shows of a policy, besides its name, level and severity. */
export type Metadata = Required<Pick<Policy, "displayName" | "framework" | "tags" | "remediationSteps" | "url">>;

export const packTags: readonly string[] = ["aws", "ecs", "inferentia", "neuron"];

/** Of a rule: its framework is the first document from which it takes its facts. */
export function ruleMetadata(rule: Rule | RuleText): Metadata {
    const [source = sources.inferenceGuide] = rule.sources;
    return {
        displayName: displayName(rule.name),
        framework: frameworkOf(source),
        tags: [...packTags, ...kindTags(rule), ...(rule.runtimes ?? [])],
        remediationSteps: rule.fix,
        url: rule === shapeRule ? configurationPageUri : pageUriOf(rule.name),
    };
}

type Described = Omit<Policy, "validateResource">;

/** What a policy that is no rule has besides what it does. */
export function packPolicy(name: string, description: string, remediationSteps: string): Described {
    return {
        name,
        description,
        enforcementLevel: "advisory",
        severity: "low",
        displayName: displayName(name),
        framework: frameworkOf(sources.inferenceGuide),
        tags: [...packTags],
        remediationSteps,
        url: configurationPageUri,
    };
}

/** Of a policy that only informs. The engine gives it the level of `all`, which may fail a preview. */
export function informingPolicy(name: string, description: string, remediationSteps: string): Described {
    const beside = `It only informs: where "${allPolicies}" has another level, set "${name}": "advisory" beside it.`;
    return packPolicy(name, `${description} ${beside}`, remediationSteps);
}

const spelledOtherwise: Readonly<Record<string, string>> = {
    ami: "AMI",
    ecs: "ECS",
    imdsv2: "IMDSv2",
    inferentia: "Inferentia",
    neuron: "Neuron",
    rtd: "RTD",
};

/** `neuron-rtd-address` as a title: "Neuron RTD address". */
export function displayName(name: string): string {
    const words = name.split("-").map((word) => spelledOtherwise[word] ?? word);
    const text = words.join(" ");
    return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A source's title is that of a document and, behind a colon, of a page of it. */
function frameworkOf({ title, url }: Source): PolicyComplianceFramework {
    const [name = title, ...page] = title.split(": ");
    return { name, version: "latest", reference: url, specification: page.length === 0 ? title : page.join(": ") };
}

/** The shape is that of task definitions. */
function kindTags(rule: RuleText): readonly string[] {
    const kinds = rule.name === shapeRule.name ? (["taskDefinition"] as const) : kindsJudgedBy(rule);
    return kinds.map((kind) => nounOf[kind].replace(" ", "-"));
}
