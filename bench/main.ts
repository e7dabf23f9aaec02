// Prints the figures that the project holds itself to; exit code 1 when one is not kept. `npm run bench [name …]`
import { folder, startup } from "./command";
import { growth, large } from "./files";
import { judging } from "./judging";
import { components, preview } from "./preview";
import type { Figure } from "./timing";

const figures: Readonly<Record<string, () => Promise<Figure>>> = {
    ...{ startup, folder, judging, growth, large, preview, components },
};

async function main(names: readonly string[]): Promise<void> {
    for (const name of names.length === 0 ? Object.keys(figures) : names) {
        const measure = figures[name];
        if (measure === undefined) {
            throw new Error(`there is no figure ${name}; there are ${Object.keys(figures).join(", ")}`);
        }
        const { what, value, bound, isKept } = await measure();
        console.log(`${isKept ? "kept" : "NOT KEPT"}  ${name}: ${what}\n    ${value}; at most ${bound}`);
        process.exitCode = isKept ? process.exitCode : 1;
    }
}

void main(process.argv.slice(2));
