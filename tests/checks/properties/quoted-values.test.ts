import assert from "node:assert/strict";
import { judgeStack } from "../judge-stack";
import { rules, stackRules } from "../../../checks/rules";
import { readStack } from "../../../checks/stack/read-stack";
import { everyRule } from "../every-rule";
import { examplesOf } from "../../../checks/examples";
import { partOf } from "../property-runs";
import { isTemplate, resourcesOf } from "../template";

const canary = "s3cr3t-of-a-container";

type Path = readonly (string | number)[];

/** Where a secret can be written. */
const places: [string, (text: string) => string][] = [
    ["in place of", () => canary],
    ["right behind", (text) => `${text}${canary}`],
    ["as an option after", (text) => `${text} --token ${canary}`],
    ["in another command after", (text) => `${text}; curl -g https://user:${canary}@host`],
];

/** What a message may quote: the values of the Neuron contract, of vocabularies that ECS and EC2 define, and names. */
const quoted = [
    "containerDefinitions.dependsOn.condition",
    "containerDefinitions.environment.AWS_NEURON_VISIBLE_DEVICES",
    "containerDefinitions.environment.NEURON_RTD_ADDRESS",
    "containerDefinitions.name",
    "containerDefinitions.resourceRequirements.type",
    "containerDefinitions.resourceRequirements.value",
    "launchTemplateData.imageId",
    "launchTemplateData.instanceType",
    "loadBalancers.containerName",
    "managedInstancesProvider.instanceLaunchTemplate.instanceRequirements.allowedInstanceTypes",
    "mixedInstancesPolicy.launchTemplate.overrides.instanceType",
    "placementConstraints.expression",
    "requiresCompatibilities",
];

/** Of a command, the address that follows the daemon's -g, and nothing else. */
const quotedAlso = ["right behind containerDefinitions.command"];

/** The paths of all texts in a value. */
function* texts(value: unknown, path: Path = []): Iterable<Path> {
    if (typeof value === "string") {
        yield path;
    } else if (typeof value === "object" && value !== null) {
        for (const [key, item] of Object.entries(value)) {
            yield* texts(item, [...path, Array.isArray(value) ? Number(key) : key]);
        }
    }
}

function valueAt(value: unknown, path: Path): unknown {
    return path.reduce((parent, key) => (parent as Record<string | number, unknown>)[key], value);
}

function replaced(value: unknown, [key, ...rest]: Path, by: (text: string) => string): unknown {
    if (key === undefined) {
        return by(String(value));
    }
    const item = replaced((value as Record<string | number, unknown>)[key], rest, by);
    return Array.isArray(value)
        ? value.map((one: unknown, index) => (index === key ? item : one))
        : { ...(value as object), [key]: item };
}

/** Everything that is said of a definition or a template. */
function said(example: object): string {
    if (!isTemplate(example)) {
        return JSON.stringify(everyRule(example));
    }
    const stack = readStack(resourcesOf(example));
    const definitions = stack.taskDefinitions.map(({ id }) => everyRule(example.Resources[id]?.Properties));
    return JSON.stringify([definitions, stackRules.map((rule) => judgeStack(rule, stack))]);
}

/** The property of a path, as ECS and EC2 spell it: of a variable, with its name. */
function property(example: unknown, path: Path): string {
    const names = path.map((key) => (typeof key === "string" ? key.charAt(0).toLowerCase() + key.slice(1) : key));
    const keys = (names[0] === "resources" ? names.slice(3) : names).filter((key) => typeof key === "string");
    const at = keys.indexOf("environment");
    if (keys[at + 1] !== "value") {
        return keys.join(".");
    }
    const variable = valueAt(example, path.slice(0, -1)) as Record<string, unknown>;
    return [...keys.slice(0, at + 1), variable["name"] ?? variable["Name"]].join(".");
}

/** A definition in which every container has further places for secrets. */
function withSecrets(example: object): object {
    const containers = (example as { containerDefinitions?: readonly { environment?: readonly object[] }[] })
        .containerDefinitions;
    return containers === undefined
        ? example
        : {
              ...example,
              containerDefinitions: containers.map((container) => ({
                  ...container,
                  environment: [...(container.environment ?? []), { name: "API_KEY", value: "key" }],
                  secrets: [{ name: "PASSWORD", valueFrom: "arn" }],
                  dockerLabels: { label: "text" },
                  logConfiguration: { logDriver: "splunk", options: { "splunk-token": "token" } },
              })),
          };
}

describe("A message quotes no more than it must", () => {
    it("a secret in any text of any example, or beside it, is in no message, apart from what may be quoted", () => {
        const found = new Set<string>();
        const tried = new Map<string, number>();
        for (const { name } of rules) {
            for (const { definition } of examplesOf(name).filter((example) => example.findings.length > 0)) {
                const example = withSecrets(definition);
                for (const path of texts(example)) {
                    // A text that examples share is tried in all places once, and then in one place after the other.
                    const text = JSON.stringify([property(example, path), valueAt(example, path)]);
                    const times = tried.get(text) ?? 0;
                    tried.set(text, times + 1);
                    const one = places.slice(times % places.length).slice(0, 1);
                    for (const [place, change] of times === 0 ? places : partOf(one, times)) {
                        if (said(replaced(example, path, change) as object).includes(canary)) {
                            found.add(`${place} ${property(example, path)}`);
                        }
                    }
                }
            }
        }
        const allowed = [...quoted.flatMap((each) => places.map(([place]) => `${place} ${each}`)), ...quotedAlso];
        assert.deepStrictEqual(
            [...found].filter((each) => !allowed.includes(each)),
            [],
        );
        // What is allowed is needed: each is quoted by some rule.
        assert.deepStrictEqual(
            [...quoted, ...quotedAlso].filter((each) => ![...found].some((one) => one.endsWith(each))),
            [],
        );
    }).timeout(60_000);
});
