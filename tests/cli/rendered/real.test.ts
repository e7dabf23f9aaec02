import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { checkStack, defaultConfiguration, kindOf, UNKNOWN, type SourceResource } from "../../../checks";
import { recognise } from "../../../cli/input/formats";
import { reachedAndScaled } from "../kinds/balanced";
import { pulumiPreview } from "./pulumi";
import { terraformPlan } from "./terraform";

type Resources = readonly SourceResource[];

function resourcesIn(data: unknown): Resources {
    const [document] = recognise(data);
    assert.ok(document);
    return document.resources.filter(({ type }) => kindOf(type) !== undefined);
}

function resourcesOf(fixture: string): Resources {
    const file = join(__dirname, "..", "..", "fixtures", fixture);
    return resourcesIn(JSON.parse(readFileSync(file, "utf8")));
}

/** What a value has of all that another one has. A set has no order. */
function common(real: unknown, rendered: unknown): unknown {
    if (Array.isArray(real) && Array.isArray(rendered)) {
        return real.length === rendered.length
            ? (rendered as unknown[]).map((item, index) => {
                  const all = (real as unknown[]).map((one) => common(one, item));
                  return all.find((one) => isDeepStrictEqual(one, item)) ?? all[index];
              })
            : real;
    }
    if (typeof real === "object" && typeof rendered === "object" && real !== null && rendered !== null) {
        return Object.fromEntries(
            Object.entries(rendered).map(([key, value]) => [
                key,
                common((real as Record<string, unknown>)[key], value),
            ]),
        );
    }
    return real;
}

/** A resource as data that can be compared: without what the provider leaves out because it says nothing. */
function plain({ properties, dependencies, type }: SourceResource) {
    const { containerDefinitions: text } = properties;
    const containers = typeof text === "string" ? (JSON.parse(text) as object[]) : [];
    const containerDefinitions = containers.map((one) => ({ ...one, cpu: undefined }));
    const all = { type, dependencies, properties: { ...properties, containerDefinitions } };
    const json = JSON.stringify(all, (_, value: unknown) => (value === UNKNOWN ? "not known" : value));
    return JSON.parse(json.replaceAll("module.right.", "")) as typeof all;
}

describe("A scenario as it is rendered has of each resource what the tool itself writes:", () => {
    const tools: [tool: string, fixture: string, render: typeof terraformPlan, right: RegExp][] = [
        ["terraform show of a plan", "terraform/balanced.plan.json", terraformPlan, /^module\.right\./],
        ["pulumi preview --json", "pulumi/balanced.preview.json", pulumiPreview, /::(?!Wrong)\w+$/],
    ];
    for (const [tool, fixture, render, right] of tools) {
        it(tool, () => {
            const real = resourcesOf(fixture).filter(({ id }) => right.test(id));
            const rendered = resourcesIn(render(reachedAndScaled.right)).map(plain);
            const ofType = new Map(real.map((one) => [one.type, plain(one)]));
            assert.deepStrictEqual(
                rendered.map((one) => common(ofType.get(one.type), one)),
                rendered,
            );
        });

        it(`${tool}, of which the same is found`, () => {
            const { findings } = checkStack(resourcesOf(fixture), defaultConfiguration);
            const found = findings.map(({ resource, rule, level }) => {
                assert.doesNotMatch(resource, right);
                return `${resource.replace(/^.*(?:::Wrong|\.)/, "")} ${rule} ${level}`;
            });
            assert.deepStrictEqual(found.sort(), reachedAndScaled.found);
        });
    }
});
