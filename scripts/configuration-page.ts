import { fixableRules } from "../checks/fixes/repair";
import { levels, type OptionName } from "../checks/configuration/options";
import { informingPolicies, packPolicies, policyOptions } from "../checks/configuration/policies";
import { allPolicies, optionSchemas } from "../checks/configuration/schema";
import { cell, code } from "./markdown";

const example = {
    [allPolicies]: "mandatory",
    ...Object.fromEntries(informingPolicies.map((name) => [name, "advisory"])),
    [packPolicies.options]: { runtimes: ["neuron-rtd", "libnrt"] },
    "neuron-ami": "disabled",
    "neuron-visible-devices": "remediate",
    "neuron-rtd-sidecar": {
        allowedSidecarImages: [
            "790709498068.dkr.ecr.*.amazonaws.com/neuron-rtd",
            "123456789012.dkr.ecr.us-west-2.amazonaws.com/neuron/rtd",
        ],
    },
    "neuron-rtd-starts-first": {
        enforcementLevel: "advisory",
        scope: "all",
        suppressions: [
            {
                resource: "legacy-bert-*",
                reason: "its entry point waits for the socket by itself; to be rebuilt, OPS-12",
            },
        ],
    },
};

/** What can be configured of the rules, and how. */
export function configurationPage(schemaFile: string): string {
    return `# Configuration

<!-- Generated from the code by \`npm run docs\`; do not edit. -->

One JSON file configures the policy pack and the command alike:

\`\`\`sh
pulumi preview --policy-pack node_modules/pulumi-ecs-inferentia/policy-pack \\
  --policy-pack-config inferentia.json
npx ecs-inferentia check --config inferentia.json taskdef.json
\`\`\`

\`\`\`json
${JSON.stringify(example, undefined, 2)}
\`\`\`

Its keys are names of policies: those of the [rules](rules/README.md), and the pack's own, below. A value is a level, or an object with
\`enforcementLevel\` and options. The pack refuses a level, an option or a value that it does not know, with a
suggestion, before it judges a resource. The command refuses the name of a policy that does not exist, too: of such a
name the engine tells the pack nothing.

\`\`\`sh
npx ecs-inferentia check --config inferentia.json     # without paths: the configuration alone
\`\`\`

[A JSON schema](${schemaFile}) describes the file to editors.

## Levels

| level | what a finding does |
| --- | --- |
| \`${levels[0]}\` | is shown |
| \`${levels[1]}\` | fails the preview, the update, or the command |
| \`${levels[2]}\` | is repaired where there is exactly one right answer (below), and fails like \`mandatory\` where there is not |
| \`${levels[3]}\` | the rule is switched off |

\`${allPolicies}\` sets the level of every policy that has none of its own. In the pack it raises those that only inform, too.
Three entries belong beside it, as above, so that what is advised, unknown or suppressed fails no preview:
\`"${packPolicies.advice}": "advisory"\`, \`"${packPolicies.unknown}": "advisory"\` and
\`"${packPolicies.suppressed}": "advisory"\`.
Where a rule has the level \`remediate\`, \`"${packPolicies.remediated}": "advisory"\` belongs there too. Where nothing may be
suppressed, \`"${packPolicies.suppressed}": "mandatory"\` says so to the pack; in the command, what is unknown or suppressed
fails nothing. Beside \`"${allPolicies}": "disabled"\`, give \`${packPolicies.options}\` a level of its own: of a disabled policy the pack
reads no options.

The rules that are mandatory by default judge services and launch templates before they are created. The others judge
them at the end of the preview and of the update, whatever their level here: the engine tells no policy its level.

## Options

| option | what it is | of |
| --- | --- | --- |
${(Object.keys(optionSchemas) as OptionName[]).map((option) => `| \`${option}\` | ${cell(optionSchemas[option].description ?? "")} | ${cell(policiesWith(option))} |`).join("\n")}

Options under \`${packPolicies.options}\` are the defaults of every rule that takes them; its \`suppressions\` add to those of the rule.

Where \`libnrt\` is accepted, a task whose containers map Neuron devices, without a sidecar and without \`NEURON_RTD_ADDRESS\`, needs no sidecar. Where only \`libnrt\` is accepted, a
sidecar is refused.

## Switching a rule off for one resource

A suppression names the resource and the reason, in the file, where a review sees it. In the pack \`resource\` is the URN, or the name at its end; in the
command the name that its reports show. The rule still checks the resource, and its findings are reported as suppressed, with the reason: by the policy
\`${packPolicies.suppressed}\` in the pack, as a suppressed finding in the command. Under \`${packPolicies.options}\` it holds for every rule. The command says which suppressions
match nothing of what it checked; the pack does not, because one configuration may be for many stacks.

## A baseline: accept today's findings

\`\`\`sh
npx ecs-inferentia check --baseline inferentia-baseline.json --update-baseline infrastructure/   # once: writes the file, fails nothing
npx ecs-inferentia check --baseline inferentia-baseline.json infrastructure/                     # from then on: fails only on new findings
\`\`\`

A finding is recognized by its file, resource, rule, container and property, wherever its line is. A second one of the same rule on the same resource is new. The
command reports how many of the baseline are gone.

## Repairs

At the level \`remediate\`, and with \`ecs-inferentia check --fix\`, these rules repair what they reject: ${[...fixableRules].map((rule) => `[${code(rule)}](rules/${rule}.md)`).join(", ")}.

- Capabilities that the sidecar lacks are added, a missing dependency on it too; a condition that can never come true becomes \`START\`.
- A missing or wrong address becomes that of the sidecar's socket, and a missing mount that of the other side, if the other side is right and leaves no choice.
- Devices that are missing, blank, or \`ALL\` in another spelling become \`ALL\`.

Nothing ambiguous is changed (devices such as \`2,1\` are a choice, and do not become \`ALL\`), nor what is unknown at preview, nor any image, nor anything whose repair would make a rule find more. The pack
reports each repair as a finding of \`${packPolicies.remediated}\`; a secret stays secret. Every other byte of a file stays as it was.
\`ecs-inferentia check --diff\` shows what \`--fix\` would do, and changes nothing.

## The pack's own policies

| policy | what it says |
| --- | --- |
| \`${packPolicies.shape}\` | a task definition is not of the shape that ECS takes, so that no rule can judge it |
| \`${packPolicies.advice}\` | what a rule only advises, whatever its level: nothing breaks without it |
| \`${packPolicies.unknown}\` | what is not known at preview, and which rules therefore judge it only at the update |
| \`${packPolicies.suppressed}\` | what a rule would say of a resource for which it is switched off |
| \`${packPolicies.remediated}\` | what was repaired |
| \`${packPolicies.options}\` | nothing: it holds the options of all rules |
`;
}

function policiesWith(option: OptionName): string {
    const policies = [...policyOptions]
        .filter(([name, options]) => name !== packPolicies.options && options.includes(option))
        .map(([name]) => code(name));
    const rules = [...policyOptions.keys()].filter((name) => !(Object.values(packPolicies) as string[]).includes(name));
    return policies.length === rules.length ? "every rule" : policies.join(", ");
}
