import { distinct, Undecided } from "../../ecs/known";
import type { Path, Property } from "../../ecs/path";
import type { Violation } from "../rules/rule";

/** What one rule says of one resource. */
export interface Outcome {
    readonly violations: readonly Violation[];
    /** The properties of which the value is not known, and without which the rule cannot say more. */
    readonly undecided: readonly Property[];
    /** Whether it is not known that the rule is about the resource at all. */
    readonly isScopeOpen?: true;
}

/** What a rule says that finds nothing. */
export const nothing: Outcome = { violations: [], undecided: [] };

/**
 * Collects what the parts of a rule say of a resource. Total: a part that crashes is a violation, never an exception
 * and never a pass.
 */
export class OutcomeCollector {
    private readonly violations: Violation[] = [];
    private undecided: Property[] | undefined;

    /**
     * @param rule the rule's name
     * @param subject what is checked, in words
     * @param place the path that stands for the whole of it
     */
    constructor(
        private readonly rule: string,
        private readonly subject: string,
        private readonly place: Path,
    ) {}

    attempt(part: () => Iterable<Violation> | undefined): void {
        try {
            for (const violation of part() ?? []) {
                this.violations.push(violation);
            }
        } catch (error) {
            if (error instanceof Undecided) {
                error.values.forEach((value) => this.addUndecided(value));
            } else {
                this.violations.push(this.crashed());
            }
        }
    }

    addUndecided(value: Property): void {
        this.undecided ??= [];
        this.undecided.push(value);
    }

    get outcome(): Outcome {
        return this.violations.length === 0 && this.undecided === undefined
            ? nothing
            : { violations: this.violations, undecided: distinct(this.undecided ?? []) };
    }

    /** The text says nothing of the error: it could quote a value. */
    private crashed(): Violation {
        return {
            path: this.place,
            subject: `the rule ${this.rule}`,
            problem: `could not judge this ${this.subject}, because of an error of its own`,
            requirement: "it is refused, because it was not checked",
            remedy: "please report it",
        };
    }
}
