import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./documents";
import { componentsOf, type ExportedStack, type ShownComponent } from "./example-diagram";

/** Where README takes it from. */
export const pictureFile = "docs/request.svg";

/** What each component does for a request, by the steps in which one comes by. */
const steps: readonly Readonly<Record<string, string>>[] = [
    { LoadBalancer: "takes requests" },
    { Route: "sends them to a healthy task" },
    { Service: "keeps tasks running, rolls back", TaskDefinition: "the model and its Neuron devices" },
    { Cluster: "instances with chips, as needed" },
];

/** About as wide as GitHub and npm show a README; what is wider they make smaller, its text too. Pixels. */
const width = 760;
const box = { left: 16, width: width - 32, pad: 14, kinds: 236, head: 23, line: 18, foot: 13 };
const gap = { step: 20, same: 8 };
/** What fits beside a component's name with the widest fonts. */
const kindsLine = 62;

const style = `
    .ground { fill: #ffffff } .box { fill: #f6f8fa; stroke: #d0d7de } .request { stroke: #0969da; fill: none }
    .tip { fill: #0969da } text { font: 13px -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #57606a }
    .name { font-weight: 600; fill: #1f2328 } .does { fill: #0969da }
    @media (prefers-color-scheme: dark) {
        .ground { fill: #0d1117 } .box { fill: #161b22; stroke: #30363d } .request { stroke: #58a6ff }
        .tip { fill: #58a6ff } text { fill: #8b949e } .name { fill: #e6edf3 } .does { fill: #58a6ff }
    }`;

function linesOf(kinds: readonly string[]): string[] {
    return kinds.reduce<string[]>((lines, kind) => {
        const longer = `${lines.at(-1)} · ${kind}`;
        return lines.length > 0 && longer.length <= kindsLine ? [...lines.slice(0, -1), longer] : [...lines, kind];
    }, []);
}

function drawn(component: ShownComponent, does: string, top: number): { picture: string; bottom: number } {
    const text = (content: string, kind: string, right: number, line: number) =>
        `<text class="${kind}" x="${box.left + right}" y="${top + box.head + line * box.line}">${content}</text>`;
    const lines = linesOf(component.kinds);
    const height = box.head + (Math.max(lines.length, 2) - 1) * box.line + box.foot;
    const picture = [
        `<rect class="box" x="${box.left}" y="${top}" width="${box.width}" height="${height}" rx="8"/>`,
        text(`${component.type} ${component.name}`, "name", box.pad, 0),
        text(does, "does", box.pad, 1),
        ...lines.map((line, at) => text(line, "kind", box.kinds, at)),
    ].join("\n");
    return { picture, bottom: top + height };
}

function arrow(from: number, to: number): string {
    const x = box.left + 2 * box.pad;
    return (
        `<path class="request" stroke-width="2" d="M${x} ${from}V${to - 8}"/>\n` +
        `<path class="tip" d="M${x} ${to}l-5 -9h10z"/>`
    );
}

/** A picture of how a request travels through a stack, and of what its components create; light and dark. */
export function requestPicture(stack: ExportedStack): string {
    const components = componentsOf(stack);
    const parts = [`<text class="name" x="${box.left + 3 * box.pad}" y="20">request</text>`];
    let bottom = 6;
    for (const step of steps) {
        parts.push(arrow(bottom, bottom + gap.step));
        bottom += gap.step - gap.same;
        for (const [type, does] of Object.entries(step)) {
            for (const component of components.filter((shown) => shown.type === type)) {
                const shown = drawn(component, does, bottom + gap.same);
                parts.push(shown.picture);
                bottom = shown.bottom;
            }
        }
    }
    const height = bottom + 16;
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
        "<title>How a request travels, and what each component creates</title>",
        `<style>${style}\n</style>`,
        `<rect class="ground" width="${width}" height="${height}" rx="8"/>`,
        ...parts,
        "</svg>\n",
    ].join("\n");
}

// pulumi stack export | npx tsx scripts/request-picture.ts
if (require.main === module) {
    writeFileSync(join(root, pictureFile), requestPicture(JSON.parse(readFileSync(0, "utf8")) as ExportedStack));
}
