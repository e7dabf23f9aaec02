import { Undecided } from "../../ecs/known";
import type { Violation } from "../rules/rule";

/** What one rule says of one resource. */
export interface Outcome {
    readonly violations: readonly Violation[];
    /** The paths of values that are not known, and without which the rule cannot say more. */
    readonly undecided: readonly string[];
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
    private open: Set<string> | undefined;

    /**
     * @param rule the rule's name
     * @param subject what is judged, in words
     * @param place the path that stands for the whole of it
     */
    constructor(
        private readonly rule: string,
        private readonly subject: string,
        private readonly place: string,
    ) {}

    attempt(part: () => Iterable<Violation> | undefined): void {
        try {
            for (const violation of part() ?? []) {
                this.violations.push(violation);
            }
        } catch (error) {
            if (error instanceof Undecided) {
                error.paths.forEach((path) => this.leaveOpen(path));
            } else {
                this.violations.push(this.crashed());
            }
        }
    }

    leaveOpen(path: string): void {
        this.open ??= new Set();
        this.open.add(path);
    }

    get outcome(): Outcome {
        return this.violations.length === 0 && this.open === undefined
            ? nothing
            : { violations: this.violations, undecided: [...(this.open ?? [])] };
    }

    /** The text says nothing of the error: it could quote a value. */
    private crashed(): Violation {
        return {
            path: this.place,
            message:
                `the rule ${this.rule} could not judge this ${this.subject}, because of an error of its own; it is ` +
                "refused, because it was not checked: please report it",
        };
    }
}
