import { isFields } from "./value";
import type { Template } from "../../checks/template";

/**
 * The files that the CDK writes where one of its stacks has the tasks and what starts them, and another what they run
 * on: each template, and what the first one imports from the second.
 */
export function assembly(template: Template): Readonly<Record<string, string>> {
    const resources = Object.entries(template.Resources);
    const works = new Set(resources.filter(([, { Type }]) => ofWork.test(Type)).map(([id]) => id));
    const exported = new Map<string, object>();
    const imported = (target: string, value: object) => {
        const name = `Ml:ExportsOutput${JSON.stringify(value).replace(/\W/g, "")}`;
        exported.set(name, value);
        return works.has(target) || !(target in template.Resources) ? value : { "Fn::ImportValue": name };
    };
    const stack = (isWork: boolean) =>
        Object.fromEntries(
            resources
                .filter(([id]) => works.has(id) === isWork)
                .map(([id, { Type, Properties = {} }]) => [
                    id,
                    {
                        Type,
                        Properties: referring(Properties, isWork ? imported : (_, value) => value),
                        Metadata: { "aws:cdk:path": `${isWork ? "Work" : "Ml"}/${id}/Resource` },
                    },
                ]),
        );
    const [work, base] = [stack(true), stack(false)];
    const own = [...exported].filter(([, value]) => Object.keys(base).includes(targetOf(value)));
    const Outputs = Object.fromEntries(
        own.map(([Name, Value]) => [Name.replace(/\W/g, ""), { Value, Export: { Name } }]),
    );
    const parameters = "Parameters" in template ? { Parameters: template.Parameters } : {};
    const text = (value: object) => JSON.stringify(value, undefined, 1);
    return {
        "manifest.json": text({ version: "48.0.0", artifacts: {} }),
        ...(Object.keys(work).length === 0 ? {} : { "Work.template.json": text({ Resources: work, ...parameters }) }),
        ...(Object.keys(base).length === 0
            ? {}
            : { "Ml.template.json": text({ Resources: base, Outputs, ...parameters }) }),
    };
}

/** What people keep in a stack of its own, beside the cluster's. */
const ofWork = /TaskDefinition|ECS::Service|TaskSet|Events|Scheduler|StateMachine|JobDefinition|ScalableTarget/;

function targetOf(value: object): string {
    return [Object.values(value)[0] as string | string[]].flat()[0] ?? "";
}

type Imported = (target: string, value: object) => object;

/** References as the CDK writes them: `Fn::Join` in place of `Fn::Sub`. */
function referring(value: unknown, imported: Imported): unknown {
    if (Array.isArray(value)) {
        return value.map((item) => referring(item, imported));
    }
    if (!isFields(value)) {
        return value;
    }
    const [[key, argument] = []] = Object.entries(value);
    if (key === "Ref" || key === "Fn::GetAtt") {
        return imported(targetOf(value), value);
    }
    if (key === "Fn::Sub") {
        const parts = String(argument)
            .split(/(\$\{[^}]+\})/)
            .map((part) => {
                const [, id, name] = /^\$\{(\w+)(?:\.(\w+))?\}$/.exec(part) ?? [];
                return id === undefined
                    ? part
                    : imported(id, name === undefined ? { Ref: id } : { "Fn::GetAtt": [id, name] });
            });
        return { "Fn::Join": ["", parts] };
    }
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, referring(item, imported)]));
}
