/** The answer of an expression about one instance: `maybe` when it depends on more than the instance type. */
export type Answer = boolean | "maybe";

export function opposite(answer: Answer): Answer {
    return answer === "maybe" ? "maybe" : !answer;
}

export function both(one: Answer, other: Answer): Answer {
    if (one === false || other === false) {
        return false;
    }
    return one === "maybe" ? one : other;
}

export function either(one: Answer, other: Answer): Answer {
    return opposite(both(opposite(one), opposite(other)));
}
