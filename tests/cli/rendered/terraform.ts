import { identityOf } from "./identity";
import { providerResources, type ProviderResource } from "./provider";
import { Attribute, attributesIn, Encoded, isFields, Joined, resolved, type Fields } from "./value";
import type { Template } from "../../checks/template";

/** What `terraform show -json` writes of a plan in which every resource is created. */
export function terraformPlan(template: Template): object {
    const resources = providerResources(template);
    const name = names(resources);
    const planned = resources.map((one) => {
        const { known, unknown } = split(one.arguments, name);
        return { ...headOf(one), values: known, unknown };
    });
    return {
        ...version,
        planned_values: { root_module: { resources: planned.map(({ unknown: _, ...one }) => one) } },
        resource_changes: planned.map(({ values, unknown, ...head }) => ({
            ...head,
            change: {
                actions: ["create"],
                before: null,
                after: values,
                after_unknown: { id: true, arn: true, ...unknown },
            },
        })),
        configuration: {
            root_module: {
                resources: resources.map((one) => ({
                    ...headOf(one),
                    provider_config_key: "aws",
                    expressions: Object.fromEntries(
                        Object.entries(one.arguments).map(([key, value]) => [key, expression(value, resources)]),
                    ),
                })),
            },
        },
    };
}

/** What `terraform show -json` writes of a state. */
export function terraformState(template: Template): object {
    const resources = providerResources(template);
    return {
        ...version,
        values: { root_module: { resources: states(resources).map(({ head, values }) => ({ ...head, values })) } },
    };
}

/** The file in which Terraform keeps a state. */
export function terraformStateFile(template: Template): object {
    return {
        version: 4,
        terraform_version: version.terraform_version,
        serial: 1,
        lineage: "6a7908c7-9b10-328a-7872-4e9d1bbf3091",
        outputs: {},
        resources: states(providerResources(template)).map(({ head: { mode, type, name }, values }) => ({
            mode,
            type,
            name,
            provider: 'provider["registry.terraform.io/hashicorp/aws"]',
            instances: [{ schema_version: 0, attributes: values }],
        })),
    };
}

const version = { format_version: "1.2", terraform_version: "1.11.4" };

function headOf({ id, type }: ProviderResource) {
    return { address: `${type}.${id}`, mode: "managed", type, name: id };
}

function states(resources: readonly ProviderResource[]) {
    const known = ({ id, name }: Attribute) => identityOf(resources, id)[name];
    return resources.map((one) => {
        const values = blocks(resolved(one.arguments, known, undefined)) as Fields;
        return { head: headOf(one), values: { ...identityOf(resources, one.id), ...values } };
    });
}

/** The names that resources are given: a plan knows nothing else of them. */
function names(resources: readonly ProviderResource[]): (attribute: Attribute) => unknown {
    return ({ id, name }) => (name === "name" ? identityOf(resources, id)["name"] : undefined);
}

const notKnown = Symbol("not known");

/** What of a value a plan knows, and in the same shape what it does not. */
function split(value: unknown, known: (attribute: Attribute) => unknown): { known: Fields; unknown: Fields } {
    const plain = resolved(value, known, notKnown);
    return { known: keep(plain, false) as Fields, unknown: keep(plain, true) as Fields };
}

function keep(value: unknown, isUnknown: boolean): unknown {
    if (Array.isArray(value)) {
        return value.includes(notKnown)
            ? isUnknown || undefined
            : value.map((item) => keep(item, isUnknown) ?? (isUnknown ? false : undefined));
    }
    if (isFields(value)) {
        const kept = Object.entries(value).map(([key, item]) => [key, block(keep(item, isUnknown), item)] as const);
        return Object.fromEntries(kept.filter(([, item]) => item !== undefined));
    }
    return isUnknown ? value === notKnown || undefined : value === notKnown ? undefined : value;
}

/** A block is a list of one. */
function block(kept: unknown, value: unknown): unknown {
    return isFields(value) && kept !== undefined ? [kept] : kept;
}

function blocks(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(blocks);
    }
    return isFields(value)
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, block(blocks(item), item)]))
        : value;
}

/** What the configuration says of an argument. */
function expression(value: unknown, resources: readonly ProviderResource[]): unknown {
    if (isFields(value)) {
        return [expressions(value, resources)];
    }
    if (Array.isArray(value) && value.some(isFields)) {
        return value.map((item) => expressions(item as Fields, resources));
    }
    const isPlain = !(value instanceof Attribute || value instanceof Joined || value instanceof Encoded);
    const attributes = attributesIn(value);
    if (attributes.length === 0) {
        return isPlain ? { constant_value: value } : {};
    }
    return {
        references: attributes.flatMap(({ id, name }) => {
            const type = resources.find((one) => one.id === id)?.type ?? "";
            return [`${type}.${id}.${name}`, `${type}.${id}`];
        }),
    };
}

function expressions(block: Fields, resources: readonly ProviderResource[]): Fields {
    return Object.fromEntries(Object.entries(block).map(([key, value]) => [key, expression(value, resources)]));
}
