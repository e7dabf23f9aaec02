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

/** A component at the top of a stack, with what it created. */
export interface ShownComponent {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    /** The kinds of AWS's resources in it, each with how many there are. */
    readonly kinds: readonly string[];
}

function topOf(byUrn: ReadonlyMap<string, ExportedResource>, { urn, parent }: ExportedResource): string {
    const above = parent === undefined ? undefined : byUrn.get(parent);
    return above === undefined || above.type === "pulumi:pulumi:Stack" ? urn : topOf(byUrn, above);
}

/** What a picture of a stack shows. */
function shownOf({ deployment: { resources = [] } }: ExportedStack) {
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    const shown = resources.filter(({ type }) => !type.startsWith("pulumi:"));
    const groups = new Map<string, ExportedResource[]>();
    for (const resource of shown) {
        const group = topOf(byUrn, resource);
        groups.set(group, [...(groups.get(group) ?? []), resource]);
    }
    return { byUrn, shown, groups };
}

/** The components of a stack, in the order of their URNs. */
export function componentsOf(stack: ExportedStack): readonly ShownComponent[] {
    return [...shownOf(stack).groups].sort().map(([urn, resources]) => {
        const [type = "", name = ""] = urn.split("::").slice(-2);
        return { urn, type: type.slice(type.lastIndexOf(":") + 1), name, kinds: kindsOf(resources) };
    });
}

/** A Mermaid diagram of a stack: its components, the resources of AWS in each, and which come after which. */
export function diagramOf(stack: ExportedStack): string {
    const { byUrn, shown } = shownOf(stack);
    const components = componentsOf(stack);
    const ids = new Map(components.map(({ urn }, index) => [urn, `n${index}`]));
    const nodes = components.map(
        ({ urn, type, name, kinds }) => `    ${ids.get(urn)}["${[`<b>${type} ${name}</b>`, ...kinds].join("<br/>")}"]`,
    );
    const arrows = shown.flatMap((resource) =>
        (resource.dependencies ?? []).flatMap((dependency) => {
            const on = byUrn.get(dependency);
            const [from, to] = [ids.get(topOf(byUrn, resource)), on && ids.get(topOf(byUrn, on))];
            return from === undefined || to === undefined || from === to ? [] : [`    ${from} --> ${to}`];
        }),
    );
    return ["```mermaid", "flowchart LR", ...nodes, ...[...new Set(arrows)].sort(), "```"].join("\n");
}

/** The text of a README with the diagram at its place. @throws where it has none */
export function withDiagram(readme: string, diagram: string): string {
    return withPart(readme, "diagram", diagram, "the README");
}

function kindsOf(resources: readonly ExportedResource[]): string[] {
    const counts = new Map<string, number>();
    for (const resource of resources.filter((one) => !one.type.startsWith("ecs-inferentia:"))) {
        const kind = kindOf(resource.type);
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return [...counts].sort().map(([kind, count]) => (count === 1 ? kind : `${count} × ${kind}`));
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
