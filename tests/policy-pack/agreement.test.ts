import assert from "node:assert/strict";
import { packPolicies } from "../../checks/configuration/policies";
import { examplesOf, type ChangedExample } from "../../checks/examples";
import { UNKNOWN } from "../../ecs/known";
import { rules } from "../../checks/rules";
import type { SourceResource } from "../../checks/stack/source-resource";
import { isTemplate, resourcesOf } from "../checks/template";
import { Workspace } from "../cli/command";
import {
    enforcement,
    packFolder,
    servePolicyPack,
    unknownText,
    type AnalyzedResource,
    type Diagnostic,
    type PolicyServer,
} from "./policy-server";

/** How a state writes what cannot be read. */
const unreadable = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:" };

function sourcesOf({ definition }: ChangedExample): readonly SourceResource[] {
    return isTemplate(definition)
        ? resourcesOf(definition)
        : [{ id: "task", type: "aws:ecs/taskDefinition:TaskDefinition", properties: definition }];
}

const urnOf = (id: string, type: string) => `urn:pulumi:stack::project::${type}::${id}`;

/** Properties with something in place of each value that is not known. */
function withUnknown(properties: object, stands: unknown): Record<string, unknown> {
    const copy = (value: unknown): unknown =>
        value === UNKNOWN
            ? stands
            : Array.isArray(value)
              ? value.map(copy)
              : typeof value === "object" && value !== null
                ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]))
                : value;
    return copy(properties) as Record<string, unknown>;
}

function urnsOf(sources: readonly SourceResource[]): ReadonlyMap<string, string> {
    return new Map(sources.map(({ id, type }) => [id, urnOf(id, type)]));
}

function dependenciesOf({ dependencies = {} }: SourceResource, urns: ReadonlyMap<string, string>) {
    const ofProperty = Object.entries(dependencies).map(
        ([key, ids]) => [key, ids.flatMap((id) => urns.get(id) ?? [])] as const,
    );
    return Object.fromEntries(ofProperty);
}

function stateOf(sources: readonly SourceResource[]): object {
    const urns = urnsOf(sources);
    const resources = sources.map((source) => ({
        urn: urnOf(source.id, source.type),
        type: source.type,
        inputs: withUnknown(source.properties, unreadable),
        propertyDependencies: dependenciesOf(source, urns),
    }));
    return { version: 3, deployment: { resources } };
}

function analyzed(source: SourceResource, urns: ReadonlyMap<string, string>): AnalyzedResource {
    return {
        type: source.type,
        name: source.id,
        urn: urnOf(source.id, source.type),
        properties: withUnknown(source.properties, unknownText),
        propertyDependencies: dependenciesOf(source, urns),
    };
}

const levels: Readonly<Record<number, string>> = {
    [enforcement.ADVISORY]: "advisory",
    [enforcement.MANDATORY]: "mandatory",
};

function saidBy({ policyName, enforcementLevel, message, urn }: Diagnostic): string {
    const text = message.slice(message.indexOf("\n") + 1);
    // A policy has one level; what a rule only advises has a policy of its own, which names the rule.
    const said = policyName === packPolicies.advice ? text.replace(": ", " ") : `${policyName} ${text}`;
    return [urn, levels[enforcementLevel], said].join(" ");
}

describe("The command and the served pack say the same of", function () {
    this.timeout(60_000);
    const workspace = new Workspace();
    const examples = rules.flatMap(({ name }) => examplesOf(name));
    const byCommand = new Map<string, string[]>();
    let pack: PolicyServer;

    before("judge all by the command, and start the pack", async () => {
        examples.forEach((example, index) => workspace.write(`${index}.json`, stateOf(sourcesOf(example))));
        const { out } = workspace.run(["check", "--format", "json", "."]);
        const { findings } = JSON.parse(out) as {
            findings: { file: string; resource: string; level: string; rule: string; message: string }[];
        };
        for (const { file, resource, level, rule, message } of findings) {
            byCommand.set(file, [...(byCommand.get(file) ?? []), [resource, level, rule, message].join(" ")]);
        }
        pack = await servePolicyPack(packFolder);
    });
    after("end the pack", () => {
        pack.close();
        workspace.remove();
    });

    examples.forEach((example, index) => {
        it(`${example.rule}: ${example.title}`, async () => {
            const sources = sourcesOf(example);
            const resources = sources.map((source) => analyzed(source, urnsOf(sources)));
            const diagnostics: Diagnostic[] = [];
            for (const resource of resources) {
                const urn = resource.urn ?? "";
                diagnostics.push(...(await pack.analyze(resource)).map((one) => ({ ...one, urn: one.urn || urn })));
            }
            diagnostics.push(...(await pack.analyzeStack(resources)));
            assert.deepStrictEqual(diagnostics.map(saidBy).sort(), (byCommand.get(`${index}.json`) ?? []).sort());
            assert.equal(diagnostics.length, example.findings.length);
        });
    });
});
