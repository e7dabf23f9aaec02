// Prints the microseconds that parsing, and that reading and judging take. It is run bundled, as what is shipped is.
import { checkStack, defaultConfiguration, type SourceResource } from "../checks";
import { guide } from "../checks/examples/bases/guide";
import { fastest } from "./timing";

const rounds = 3000;

function repeated(part: () => unknown): () => void {
    return () => {
        for (let round = 0; round < rounds; round++) {
            part();
        }
    };
}

function microseconds(milliseconds: number): number {
    return (milliseconds / rounds) * 1000;
}

async function main(): Promise<void> {
    const text = JSON.stringify(guide.definition, undefined, 4);
    const definition: SourceResource = {
        id: "task",
        type: "AWS::ECS::TaskDefinition",
        properties: JSON.parse(text) as Record<string, unknown>,
    };
    const { parse, judge } = await fastest(30, {
        parse: repeated(() => JSON.parse(text) as unknown),
        judge: repeated(() => checkStack([definition], defaultConfiguration)),
    });
    console.log(JSON.stringify({ parse: microseconds(parse), judge: microseconds(judge) }));
}

void main();
