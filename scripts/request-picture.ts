import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./documents";
import { componentsOf, type ExportedStack, type ShownComponent } from "./example-diagram";

/** Where README takes it from. */
export const pictureFile = "docs/request.svg";

/** What each component does for a request, by the columns in which one comes by. */
const columns: readonly Readonly<Record<string, string>>[] = [
    { LoadBalancer: "takes requests" },
    { Route: "sends them to a healthy task" },
    { Service: "keeps tasks running, rolls back", TaskDefinition: "the model and its Neuron devices" },
    { Cluster: "instances with chips, as needed" },
];

const box = { width: 232, gap: 36, left: 96, line: 18, head: 62, foot: -2 };

const style = `
    .ground { fill: #ffffff } .box { fill: #f6f8fa; stroke: #d0d7de } .request { stroke: #0969da; fill: none }
    .tip { fill: #0969da } text { font: 13px -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #57606a }
    .name { font-weight: 600; fill: #1f2328 } .does { fill: #0969da }
    @media (prefers-color-scheme: dark) {
        .ground { fill: #0d1117 } .box { fill: #161b22; stroke: #30363d } .request { stroke: #58a6ff }
        .tip { fill: #58a6ff } text { fill: #8b949e } .name { fill: #e6edf3 } .does { fill: #58a6ff }
    }`;

const heightOf = ({ kinds }: ShownComponent) => box.head + kinds.length * box.line + box.foot;

function drawn(component: ShownComponent, does: string, x: number, y: number): string {
    const text = (content: string, kind: string, down: number) =>
        `<text class="${kind}" x="${x + 14}" y="${y + down}">${content}</text>`;
    return [
        `<rect class="box" x="${x}" y="${y}" width="${box.width}" height="${heightOf(component)}" rx="8"/>`,
        text(`${component.type} ${component.name}`, "name", 24),
        text(does, "does", 43),
        ...component.kinds.map((kind, at) => text(kind, "kind", box.head + at * box.line)),
    ].join("\n");
}

function arrow(from: number, to: number, y: number): string {
    return (
        `<path class="request" stroke-width="2" d="M${from} ${y}H${to - 8}"/>\n` +
        `<path class="tip" d="M${to} ${y}l-9 -5v10z"/>`
    );
}

/** A picture of how a request travels through a stack, and of what its components create; light and dark. */
export function requestPicture(stack: ExportedStack): string {
    const components = componentsOf(stack);
    const request = 46;
    const drawnColumns = columns.map((column, at) => {
        const x = box.left + at * (box.width + box.gap);
        let y = 16;
        const boxes = Object.entries(column).flatMap(([type, does]) =>
            components
                .filter((component) => component.type === type)
                .map((component) => {
                    const top = y;
                    y += heightOf(component) + 16;
                    return drawn(component, does, x, top);
                }),
        );
        return { height: y, parts: [...boxes, arrow(at === 0 ? 70 : x - box.gap, x, request)] };
    });
    const width = box.left + columns.length * (box.width + box.gap) - box.gap + 16;
    const height = Math.max(...drawnColumns.map((column) => column.height));
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
        "<title>How a request travels, and what each component creates</title>",
        `<style>${style}\n</style>`,
        `<rect class="ground" width="${width}" height="${height}" rx="8"/>`,
        `<text class="name" x="14" y="${request + 4}">request</text>`,
        ...drawnColumns.flatMap(({ parts }) => parts),
        "</svg>\n",
    ].join("\n");
}

// pulumi stack export | npx tsx scripts/request-picture.ts
if (require.main === module) {
    writeFileSync(join(root, pictureFile), requestPicture(JSON.parse(readFileSync(0, "utf8")) as ExportedStack));
}
