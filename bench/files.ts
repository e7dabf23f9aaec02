import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { largeDefinition, stateOfServices } from "./inputs";
import { fastest, type Figure } from "./timing";

const command = join(__dirname, "..", "cli", "dist", "ecs-inferentia.js");
const runs = 5;

/** How the command's time grows with the services of a Pulumi state. */
export async function growth(): Promise<Figure> {
    const [few, many] = [400, 1600];
    const { less: short, more: long } = await checked(stateOfServices(few), stateOfServices(many));
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
    const { less, more } = await checked(largeDefinition(items / 4), largeDefinition(items));
    return {
        what: `checking a definition with ${items} volumes, mounts and dependencies, against one with ${items / 4}`,
        value: `${seconds(more)} against ${seconds(less)}: ${(more / less).toFixed(1)} times`,
        bound: "5 times",
        isKept: more <= 5 * less,
    };
}

async function checked(less: unknown, more: unknown): Promise<Record<"less" | "more", number>> {
    const folder = mkdtempSync(join(tmpdir(), "bench-"));
    const written = (name: string, data: unknown): string => {
        const file = join(folder, name);
        writeFileSync(file, JSON.stringify(data));
        return file;
    };
    try {
        const [small, large] = [written("less.json", less), written("more.json", more)];
        return await fastest(runs, { less: () => runCheck(small), more: () => runCheck(large) });
    } finally {
        rmSync(folder, { recursive: true });
    }
}

/** Checks a file or a folder. Findings make exit code 1; what could not be read makes 2, and its time means nothing. */
export function runCheck(file: string): void {
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

export function seconds(milliseconds: number): string {
    return `${(milliseconds / 1000).toFixed(2)} s`;
}
