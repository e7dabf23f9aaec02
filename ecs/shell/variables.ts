import { UNKNOWN, type Known } from "../known";

/** Stands in a text for what only the run tells; no argument and no path has this character. */
export const HOLE = "\0";

/** The value that a process gets for a variable; undefined when it is not told. */
export type Environment = (name: string) => Known<string> | undefined;

/** A script that puts texts together again and again could make them grow without end. */
const mostCharacters = 1 << 20;

/** The variables of a shell while its script runs. */
export class Variables {
    /** Whether what the script does now happens for certain, and in this shell. */
    isCertain = true;
    private readonly values = new Map<string, string>();

    /** @param budget what a command line may still put in, with all scripts in it */
    constructor(
        private environment: Environment,
        private readonly budget = { characters: mostCharacters },
    ) {}

    /** Those of a shell that this one starts. Which of its own variables it hands on is not known. */
    ofChild(environment = this.environment): Variables {
        return new Variables((name) => (this.values.has(name) ? UNKNOWN : environment(name)), this.budget);
    }

    /** The value of a variable; undefined when it is not told. */
    value(name: string): string | undefined {
        const value = this.values.get(name) ?? this.environment(name);
        this.budget.characters -= value === UNKNOWN ? 0 : (value?.length ?? 0);
        return value === UNKNOWN || this.budget.characters < 0 ? HOLE : value;
    }

    assign(name: string, value: string): void {
        this.values.set(name, this.isCertain ? value : HOLE);
    }

    /** After a script of which nothing is known has run in the same shell. */
    forget(): void {
        this.environment = () => UNKNOWN;
        this.values.clear();
    }
}
