import { resolveSsmPrefix } from "../../contract";
import { UNKNOWN } from "../../checks";
import type { SourceResource } from "../../checks";
import { field, isFields, type Document, type Fields, type Place } from "../document";

/** Terraform's names for blocks of which the ECS API has lists under another name. */
const blocks: Readonly<Record<string, string>> = { volume: "volumes" };
const mostDepth = 32;

interface PlannedResource {
    readonly resource: Fields;
    readonly address: string;
    readonly place: Place;
    readonly module: string;
}

/** A Terraform plan, as `terraform show -json` writes it. */
export function readTerraformPlan(data: unknown): Document | undefined {
    const root = field(data, "planned_values", "root_module");
    if (
        root === undefined &&
        !(field(data, "terraform_version") !== undefined && field(data, "resource_changes") !== undefined)
    ) {
        return undefined;
    }
    const planned = inModule(root, ["planned_values", "root_module"], "", 0);
    const unknowns = new Map(
        changes(data).map((change) => [field(change, "address"), field(change, "change", "after_unknown")]),
    );
    const expressions = configured(field(data, "configuration", "root_module"), "", 0);
    const parameters = dataParameters(data);
    const places = new Map(planned.map(({ address, place }) => [address, place]));
    const resources = planned.map(({ resource, address, module }): SourceResource => {
        const references = expressions.get(withoutIndex(address)) ?? {};
        const properties = camelCase(resource["values"], unknowns.get(address), 0) as Record<string, unknown>;
        const dependencies = Object.fromEntries(
            Object.entries(references).map(([key, names]) => [
                camel(key),
                names.flatMap((name) => addressed(planned, module, name)),
            ]),
        );
        const parameter = (references["image_id"] ?? [])
            .map((name) => parameters.get(withoutIndex(inside(module, dataAddress(name)))))
            .find((one) => one !== undefined);
        return {
            id: address,
            type: String(resource["type"]),
            properties:
                parameter === undefined ? properties : { ...properties, imageId: `${resolveSsmPrefix}${parameter}` },
            dependencies,
        };
    });
    return { format: "Terraform plan", resources, places };
}

function inModule(module: unknown, place: Place, name: string, depth: number): readonly PlannedResource[] {
    const resources = list(field(module, "resources")).map((resource, index) => ({
        resource,
        place: [...place, "resources", index, "values"],
    }));
    const own = resources.flatMap(({ resource, place: at }) => {
        const address = field(resource, "address");
        return isFields(resource) && typeof address === "string" && field(resource, "mode") !== "data"
            ? [{ resource, address, place: at, module: name }]
            : [];
    });
    const children = depth > mostDepth ? [] : list(field(module, "child_modules"));
    const nested = children.flatMap((child, index) => {
        const address = field(child, "address");
        return inModule(
            child,
            [...place, "child_modules", index],
            typeof address === "string" ? address : "",
            depth + 1,
        );
    });
    return [...own, ...nested];
}

function changes(data: unknown): readonly unknown[] {
    return list(field(data, "resource_changes"));
}

/** For each configured resource, what its top-level arguments refer to. */
function configured(module: unknown, prefix: string, depth: number): Map<string, Record<string, readonly string[]>> {
    const found = new Map<string, Record<string, readonly string[]>>();
    for (const resource of list(field(module, "resources"))) {
        const expressions = field(resource, "expressions");
        const names = Object.entries(isFields(expressions) ? expressions : {}).map(
            ([key, expression]) => [key, references(expression, 0)] as const,
        );
        found.set(`${prefix}${String(field(resource, "address"))}`, Object.fromEntries(names));
    }
    const calls = field(module, "module_calls");
    for (const [name, call] of Object.entries(depth <= mostDepth && isFields(calls) ? calls : {})) {
        configured(field(call, "module"), `${prefix}module.${name}.`, depth + 1).forEach((value, key) =>
            found.set(key, value),
        );
    }
    return found;
}

function references(expression: unknown, depth: number): readonly string[] {
    if (depth > mostDepth || typeof expression !== "object" || expression === null) {
        return [];
    }
    const own = field(expression, "references");
    return Array.isArray(own)
        ? own.map(String)
        : Object.values(expression).flatMap((value) => references(value, depth + 1));
}

/** The resources that a reference such as `aws_ecs_service.web.id` names, in the module in which it stands. */
function addressed(planned: readonly PlannedResource[], module: string, reference: string): readonly string[] {
    const target = inside(module, reference.split(".").slice(0, 2).join(".").replace(/\[.*$/, ""));
    return planned
        .filter(({ address }) => withoutIndex(address) === withoutIndex(target))
        .map(({ address }) => address);
}

/** The names of the parameters that the plan's `aws_ssm_parameter` data sources read, by address. */
function dataParameters(data: unknown): Map<string, string> {
    const found = new Map<string, string>();
    const visit = (module: unknown, depth: number): void => {
        for (const resource of list(field(module, "resources"))) {
            const name = field(resource, "values", "name");
            if (
                field(resource, "mode") === "data" &&
                field(resource, "type") === "aws_ssm_parameter" &&
                typeof name === "string"
            ) {
                found.set(withoutIndex(String(field(resource, "address"))), name);
            }
        }
        if (depth <= mostDepth) {
            list(field(module, "child_modules")).forEach((child) => visit(child, depth + 1));
        }
    };
    visit(field(data, "prior_state", "values", "root_module"), 0);
    visit(field(data, "planned_values", "root_module"), 0);
    return found;
}

function dataAddress(reference: string): string {
    return reference.split(".").slice(0, 3).join(".");
}

function inside(module: string, address: string): string {
    return module === "" ? address : `${module}.${address}`;
}

function withoutIndex(address: string): string {
    return address.replace(/\[[^\]]*\]/g, "");
}

/** Terraform's values with the ECS API's keys; UNKNOWN where the plan says "known after apply". */
function camelCase(value: unknown, unknown: unknown, depth: number): unknown {
    if (unknown === true || depth > mostDepth) {
        return UNKNOWN;
    }
    if (Array.isArray(value)) {
        return value.map((item, index) =>
            camelCase(item, Array.isArray(unknown) ? unknown[index] : undefined, depth + 1),
        );
    }
    if (!isFields(value) && !isFields(unknown)) {
        return value;
    }
    const keys = new Set([
        ...Object.keys(isFields(value) ? value : {}),
        ...Object.keys(isFields(unknown) ? unknown : {}),
    ]);
    return Object.fromEntries(
        [...keys].map((key) => [camel(key), camelCase(field(value, key), field(unknown, key), depth + 1)]),
    );
}

function camel(key: string): string {
    return blocks[key] ?? key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function list(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? (value as unknown[]) : [];
}
