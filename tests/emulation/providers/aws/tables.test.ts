import assert from "node:assert/strict";
import { containerDefinition } from "../../../../emulation/providers/aws/ecs/container-definition";
import { functions } from "../../../../emulation/providers/aws/functions";
import type { Properties, Property } from "../../../../emulation/providers/aws/property";
import { resourceTypes } from "../../../../emulation/providers/aws/resource-types";
import {
    awsSdkMembers,
    sdkFunctionInputs,
    type SdkInput,
    type SdkInputs,
    sdkInputs,
    sdkPureOutputs,
} from "./sdk-inputs";

/** Where a table says something else than the SDK: one line for each place. */
function discrepancies(table: Properties, sdk: SdkInputs, path = ""): string[] {
    const names = [...new Set([...Object.keys(table), ...Object.keys(sdk)])];
    return names.flatMap((name) => {
        const [ours, theirs, at] = [table[name], sdk[name], path === "" ? name : `${path}.${name}`];
        if (ours === undefined || theirs === undefined) {
            return [`${at} is only in ${ours === undefined ? "the SDK" : "the table"}`];
        }
        const required = (ours.required ?? false) === theirs.required || ours.kind === "unserved";
        return [
            ...(required ? [] : [`${at} is required in ${theirs.required ? "the SDK" : "the table"} only`]),
            ...ofType(ours, theirs.type, at),
        ];
    });
}

function ofType(ours: Property, theirs: SdkInput, path: string): string[] {
    if (ours.kind === "unserved" || theirs.kind === "any") {
        return [];
    }
    if (ours.kind !== theirs.kind) {
        return [`${path} is a ${ours.kind} in the table and a ${theirs.kind} in the SDK`];
    }
    if ((ours.kind === "list" || ours.kind === "map") && (theirs.kind === "list" || theirs.kind === "map")) {
        return ofType(ours.element, theirs.element, `${path}[]`);
    }
    return ours.kind === "object" && theirs.kind === "object"
        ? discrepancies(ours.properties, theirs.inputs, path)
        : [];
}

describe("the tables of inputs and the SDK", () => {
    for (const [token, type] of Object.entries(resourceTypes)) {
        it(`agree on ${token}`, () => {
            assert.deepStrictEqual(discrepancies(type.inputs, sdkInputs(token)), []);
        });
        it(`agree on the outputs of ${token}`, () => {
            assert.deepStrictEqual([...type.outputs].sort(), sdkPureOutputs(token).sort());
        });
    }
    for (const [token, { inputs }] of Object.entries(functions)) {
        it(`agree on ${token}`, () => {
            assert.deepStrictEqual(discrepancies(inputs, sdkFunctionInputs(token)), []);
        });
    }
    it("agree on container definitions with the AWS SDK", () => {
        const required = /is required in the table only$/;
        const found = discrepancies(containerDefinition, awsSdkMembers("client-ecs", "ContainerDefinition"));
        // The AWS SDK leaves to the service what it requires.
        assert.deepStrictEqual(
            found.filter((line) => !required.test(line)),
            [],
        );
        assert.deepStrictEqual(
            found.filter((line) => required.test(line)),
            [
                "environment[].name is required in the table only",
                "image is required in the table only",
                "name is required in the table only",
            ],
        );
    });
});
