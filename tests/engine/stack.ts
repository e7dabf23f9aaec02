import assert from "node:assert/strict";
import { join } from "node:path";
import {
    makeProject,
    operate,
    prepareFor,
    pulumi,
    type EngineEvent,
    type SessionCommandOptions,
    type Session,
} from "../../emulation/session";

type Operation = Awaited<ReturnType<typeof operate>>;
type Environment = Readonly<Record<string, string>>;

/** A stack of a program, in a session. */
export class Stack {
    private constructor(
        private readonly session: Session,
        private readonly folder: string,
        private readonly name: string,
    ) {}

    /**
     * @param source The program's folder.
     * @param name Of the stack, and different from all others in the tests.
     */
    static async make(session: Session, source: string, name: string): Promise<Stack> {
        const folder = join(session.folder, "tests", name);
        await prepareFor(session, source, (line) => console.log(line));
        makeProject(source, folder);
        return Stack.in(session, folder, name);
    }

    /** A new stack of the project that is in a folder. */
    static async in(session: Session, folder: string, name: string): Promise<Stack> {
        const { code, stderr } = await pulumi(session, ["stack", "init", name], { cwd: folder });
        assert.equal(code, 0, stderr);
        return new Stack(session, folder, name);
    }

    /** @param settings by key, of which an item of a list is `key[0]`. */
    async configure(settings: Readonly<Record<string, string>>): Promise<void> {
        for (const [key, value] of Object.entries(settings)) {
            const { code, stderr } = await pulumi(
                this.session,
                ["config", "set", "--path", key, value, "--stack", this.name],
                {
                    cwd: this.folder,
                },
            );
            assert.equal(code, 0, stderr);
        }
    }

    preview(args: readonly string[] = [], env?: Environment): Promise<Operation> {
        return this.operate(["preview", ...args], { env });
    }

    up(args: readonly string[] = [], env?: Environment): Promise<Operation> {
        return this.operate(["up", "--yes", "--skip-preview", ...args], { env });
    }

    refresh(): Promise<Operation> {
        return this.operate(["refresh", "--yes", "--skip-preview"]);
    }

    destroy(): Promise<Operation> {
        return this.operate(["destroy", "--yes", "--skip-preview"]);
    }

    /** The state, as `pulumi stack export` writes it. */
    async exported(): Promise<unknown> {
        return JSON.parse(await this.run(["stack", "export"]));
    }

    /** Takes a state that a stack of the same name and program left. */
    async import(file: string): Promise<void> {
        await this.run(["stack", "import", "--file", file]);
    }

    /** Removes the stack, and leaves what it created. */
    async forget(): Promise<void> {
        await this.run(["stack", "rm", "--force", "--yes"]);
    }

    private async run(args: readonly string[]): Promise<string> {
        const { code, stdout, stderr } = await pulumi(this.session, [...args, "--stack", this.name], {
            cwd: this.folder,
        });
        assert.equal(code, 0, stderr);
        return stdout;
    }

    async outputs(): Promise<Record<string, unknown>> {
        const { code, stdout, stderr } = await pulumi(
            this.session,
            ["stack", "output", "--json", "--stack", this.name],
            { cwd: this.folder },
        );
        assert.equal(code, 0, stderr);
        return JSON.parse(stdout) as Record<string, unknown>;
    }

    private operate(args: readonly string[], options: SessionCommandOptions = {}): Promise<Operation> {
        return operate(this.session, [...args, "--stack", this.name], { cwd: this.folder, ...options });
    }
}

/** What the engine did, or would do: how many resources of each kind of step. */
export function changes({ events, stdout }: Operation): Readonly<Record<string, number>> {
    const [summary] = events.flatMap(({ summaryEvent }) => summaryEvent ?? []);
    assert.ok(summary, stdout);
    return summary.resourceChanges;
}

/** The steps other than "same", as `<step> <type> <name>`. */
export function steps({ events }: Operation): string[] {
    return events
        .flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata ?? [])
        .filter(({ op }) => op !== "same" && op !== "refresh")
        .map(({ op, type, urn }) => `${op} ${type} ${urn.split("::").pop()}`)
        .sort();
}

/** What went wrong, as a person reads it. */
export function errors({ events }: Operation): string {
    return messages(events, "error").join("\n");
}

/** The warnings of an operation that name a word, each from that word on. */
export function warnings({ events }: Operation, word: string): string[] {
    return messages(events, "warning")
        .filter((message) => message.includes(word))
        .map((message) => message.slice(message.indexOf(word)).trim());
}

function messages(events: readonly EngineEvent[], severity: string): string[] {
    return events.flatMap(({ diagnosticEvent: told }) => (told?.severity === severity ? told.message : []));
}
