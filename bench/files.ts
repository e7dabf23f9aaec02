import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { largeDefinition, stateOfServices } from "./inputs";
import { fastest, type Figure } from "./timing";

const command = join(__dirname, "..", "dist", "cli", "ecs-inferentia.js");
const runs = 5;

/** How the command's time grows with the services of a Pulumi state. */
export async function growth(): Promise<Figure> {
    const [few, many] = [400, 1600];
    const [short, long] = [await check(stateOfServices(few)), await check(stateOfServices(many))];
    return {
        what: `checking a Pulumi state of ${many} services, against one of ${few}`,
        value: `${seconds(long)} against ${seconds(short)}: ${(long / short).toFixed(1)} times`,
        bound: "5 times",
        isKept: long <= 5 * short,
    };
}

/** A task definition as large as ECS never takes one. */
export async function large(): Promise<Figure> {
    const items = 5000;
    const [least, most] = [await check(largeDefinition(items / 4)), await check(largeDefinition(items))];
    return {
        what: `checking a definition with ${items} volumes, mounts and dependencies, against one with ${items / 4}`,
        value: `${seconds(most)} against ${seconds(least)}: ${(most / least).toFixed(1)} times`,
        bound: "5 times",
        isKept: most <= 5 * least,
    };
}

async function check(data: unknown): Promise<number> {
    const folder = mkdtempSync(join(tmpdir(), "bench-"));
    try {
        const file = join(folder, "input.json");
        writeFileSync(file, JSON.stringify(data));
        return await fastest(runs, () => judged(file));
    } finally {
        rmSync(folder, { recursive: true });
    }
}

/** Findings make exit code 1; a file that could not be read makes 2, and its time means nothing. */
function judged(file: string): void {
    try {
        execFileSync(process.execPath, [command, "check", "--format", "json", file], {
            stdio: "pipe",
            maxBuffer: 1 << 30,
        });
    } catch (error) {
        if ((error as { status?: number }).status !== 1) {
            throw error;
        }
    }
}

function seconds(milliseconds: number): string {
    return `${(milliseconds / 1000).toFixed(2)} s`;
}
