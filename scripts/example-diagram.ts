import { readFileSync, writeFileSync } from "node:fs";
import { withPart } from "./generated-part";

/** A resource of a stack, as `pulumi stack export` writes it. */
interface ExportedResource {
    readonly urn: string;
    readonly type: string;
    readonly parent?: string;
    readonly dependencies?: readonly string[];
}

/** What `pulumi stack export` writes. */
export interface ExportedStack {
    readonly deployment: { readonly resources?: readonly ExportedResource[] };
}

/** A Mermaid diagram of a stack: its components, the resources of AWS in each, and which come after which. */
export function diagramOf({ deployment: { resources = [] } }: ExportedStack): string {
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    const top = ({ urn, parent }: ExportedResource): string => {
        const above = parent === undefined ? undefined : byUrn.get(parent);
        return above === undefined || above.type === "pulumi:pulumi:Stack" ? urn : top(above);
    };
    const shown = resources.filter(({ type }) => !type.startsWith("pulumi:"));
    const groups = new Map<string, ExportedResource[]>();
    for (const resource of shown) {
        const group = top(resource);
        groups.set(group, [...(groups.get(group) ?? []), resource]);
    }
    const ids = new Map([...groups.keys()].sort().map((urn, index) => [urn, `n${index}`]));
    const nodes = [...ids].map(([urn, id]) => `    ${id}["${labelOf(urn, groups.get(urn) ?? [])}"]`);
    const arrows = shown.flatMap((resource) =>
        (resource.dependencies ?? []).flatMap((dependency) => {
            const on = byUrn.get(dependency);
            const [from, to] = [ids.get(top(resource)), on && ids.get(top(on))];
            return from === undefined || to === undefined || from === to ? [] : [`    ${from} --> ${to}`];
        }),
    );
    return ["```mermaid", "flowchart LR", ...nodes, ...[...new Set(arrows)].sort(), "```"].join("\n");
}

/** The text of a README with the diagram at its place. @throws where it has none */
export function withDiagram(readme: string, diagram: string): string {
    return withPart(readme, "diagram", diagram, "the README");
}

function labelOf(urn: string, resources: readonly ExportedResource[]): string {
    const [type = "", name = ""] = urn.split("::").slice(-2);
    const counts = new Map<string, number>();
    for (const resource of resources.filter((one) => !one.type.startsWith("ecs-inferentia:"))) {
        const kind = kindOf(resource.type);
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    const lines = [...counts].sort().map(([kind, count]) => (count === 1 ? kind : `${count} × ${kind}`));
    return [`<b>${type.slice(type.lastIndexOf(":") + 1)} ${name}</b>`, ...lines].join("<br/>");
}

/** `aws:lb/targetGroup:TargetGroup` as programs write it. */
function kindOf(type: string): string {
    const [, module = "", name = ""] = type.split(":");
    return `${module.split("/")[0] ?? ""}.${name}`;
}

// pulumi stack export | npx tsx scripts/example-diagram.ts examples/balanced/README.md
if (require.main === module) {
    const [readme = ""] = process.argv.slice(2);
    const stack = JSON.parse(readFileSync(0, "utf8")) as ExportedStack;
    writeFileSync(readme, withDiagram(readFileSync(readme, "utf8"), diagramOf(stack)));
}
