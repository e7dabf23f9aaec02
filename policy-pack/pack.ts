import type { PolicyPackArgs } from "@pulumi/policy";
import { configurationPageUri, pageUriOf, rules } from "../checks";
import { packTags } from "./metadata";

/** What Pulumi's console shows of the pack. */
export const packMetadata: Omit<PolicyPackArgs, "policies"> = {
    displayName: "Amazon ECS on AWS Inferentia",
    description: "Rejects ECS task definitions, services and launch templates that get AWS Inferentia and Neuron wrong",
    provider: "aws",
    tags: [...packTags],
    readme: readme(),
};

function readme(): string {
    const rows = rules.map(
        ({ name, summary, level }) => `| [\`${name}\`](${pageUriOf(name)}) | ${level} | ${summary} |`,
    );
    return `# Amazon ECS on AWS Inferentia

Nothing in ECS knows what an Inferentia chip is. A task that gets the Neuron runtime wrong starts, and then fails at run
time. This pack says so at preview, of every task definition, service and launch template of a stack.

| rule | level | what it demands |
| --- | --- | --- |
${rows.join("\n")}

[Levels, options, suppressions and repairs](${configurationPageUri}).
`;
}
