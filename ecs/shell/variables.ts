import { UNKNOWN, type Known } from "../known";

/** The value that a process gets for a variable; undefined when it is not told. */
export type Environment = (name: string) => Known<string> | undefined;

/** A script that puts texts together again and again could make them grow without end. */
const mostCharacters = 1 << 20;

/** What a command line may still put in, its scripts together. */
interface Budget {
    characters: number;
}

/** A part of a script that forgets at its end what it set. */
interface Subshell {
    /** What was stored before for the variables that it sets. */
    readonly before: Map<Known<string>, Known<string> | undefined>;
    readonly outer: Subshell | undefined;
}

/** The variables of a shell while its script runs: those of its environment, and what the script does with them. */
export class Variables {
    private readonly values = new Map<Known<string>, Known<string> | undefined>();
    private readonly assigned = new Set<Known<string>>();
    private subshell: Subshell | undefined;
    private isForgotten = false;

    /** @param parameters `$0` and those after it; unknown once the script may have changed them */
    constructor(
        private readonly environment: Environment,
        public parameters: Known<readonly Known<string>[]>,
        private readonly budget: Budget = { characters: mostCharacters },
    ) {}

    /**
     * Those of a shell that this one starts. Which of its own variables it hands on is not known.
     *
     * @param given the variables that only that shell gets, or does not get
     */
    ofChild(parameters: readonly Known<string>[], given: ReadonlySet<Known<string>>): Variables {
        const environment = (name: string) =>
            given.has(name) || this.isForgotten || this.assigned.has(name) ? UNKNOWN : this.environment(name);
        return new Variables(environment, parameters, this.budget);
    }

    /** All parameters but `$0`. */
    allParameters(): Known<readonly Known<string>[]> {
        const { parameters } = this;
        if (parameters === UNKNOWN) {
            return UNKNOWN;
        }
        this.budget.characters -= parameters.length;
        return this.budget.characters < 0 ? UNKNOWN : parameters.slice(1);
    }

    /** The value of a variable or parameter; undefined when it is not told. */
    value(name: string): Known<string> | undefined {
        const value = this.stored(name);
        if (typeof value === "string") {
            this.budget.characters -= value.length;
        }
        return this.budget.characters < 0 ? UNKNOWN : value;
    }

    /** @param name unknown where a command names a variable by what is not known; nobody asks for that one */
    assign(name: Known<string>, value: Known<string>): void {
        if (this.subshell?.before.has(name) === false) {
            this.subshell.before.set(name, this.values.get(name));
        }
        this.values.set(name, value);
        this.assigned.add(name);
    }

    /** After a script of which nothing is known has run in the same shell. */
    forget(): void {
        this.isForgotten = true;
        this.values.clear();
        this.parameters = UNKNOWN;
    }

    openSubshell(): void {
        this.subshell = { before: new Map(), outer: this.subshell };
    }

    /** A script closes no more than it has opened. */
    closeSubshell(): void {
        const { before, outer } = this.subshell as Subshell;
        before.forEach((value, name) => {
            if (value === undefined) {
                this.values.delete(name);
            } else {
                this.values.set(name, value);
            }
        });
        this.subshell = outer;
    }

    private stored(name: string): Known<string> | undefined {
        if (/^\d/.test(name)) {
            return this.parameters === UNKNOWN ? UNKNOWN : (this.parameters[Number(name)] ?? "");
        }
        if (!this.values.has(name)) {
            if (/\W/.test(name) || this.isForgotten) {
                return UNKNOWN;
            }
            this.values.set(name, this.environment(name));
        }
        return this.values.get(name);
    }
}
