import { UNKNOWN, type Known } from "../known";

/** Stands in a text for what only the run tells; no argument and no path has this character. */
export const HOLE = "\0";

/** The value that a process gets for a variable; undefined when it is not told. */
export type Environment = (name: string) => Known<string> | undefined;

/** A script that puts texts together again and again could make them grow without end. */
const mostCharacters = 1 << 20;

/** The variables of a shell while its script runs, and its parameters where they are known: `$0` and so on. */
export class Variables {
    /** Whether what the script does now is sure to happen. */
    isCertain = true;
    /** What a command sets before its program, where that reads more of it. */
    readonly ofCommand = new Map<string, string>();
    private values = new Map<string, string>();

    /** @param budget what a command line may still put in, with all scripts in it */
    constructor(
        private environment: Environment,
        public parameters?: readonly string[],
        private readonly budget = { characters: mostCharacters },
    ) {}

    /** Those of a shell that this one starts. Which of its own variables it hands on is not known. */
    ofChild(parameters: readonly string[], given: ReadonlySet<string>, environment = this.environment): Variables {
        const inner: Environment = (name) => (given.has(name) || this.values.has(name) ? UNKNOWN : environment(name));
        return new Variables(inner, parameters, this.budget);
    }

    /** The value of a variable or parameter; undefined when it is not told. */
    value(name: string): string | undefined {
        const { parameters } = this;
        const parameter =
            parameters && /\d/.test(name) ? (parameters[Number(name)] ?? (name === "0" ? UNKNOWN : "")) : UNKNOWN;
        const own = this.ofCommand.get(name) ?? this.values.get(name) ?? this.environment(name);
        const told = /^[a-z_]/i.test(name) ? own : parameter;
        return told === UNKNOWN || !this.pays(told?.length ?? 0) ? HOLE : told;
    }

    /** `$@`: all parameters but `$0`. */
    allParameters(): readonly string[] {
        const { parameters } = this;
        return parameters === undefined || !this.pays(parameters.length) ? [HOLE] : parameters.slice(1);
    }

    assign(name: string, value: string): void {
        this.values.set(name, this.isCertain ? value : HOLE);
    }

    /** What a subshell begins with, and gives back at its end. */
    saved(): Map<string, string> {
        return this.pays(this.values.size) ? new Map(this.values) : new Map<string, string>();
    }

    restore(saved: Map<string, string>): void {
        this.values = saved;
    }

    /** After a script of which nothing is known has run in the same shell. */
    forget(): void {
        this.environment = () => UNKNOWN;
        this.values.clear();
        this.parameters = undefined;
    }

    private pays(characters: number): boolean {
        this.budget.characters -= characters;
        return this.budget.characters >= 0;
    }
}
