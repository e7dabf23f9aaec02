import { suggestion } from "../../ecs/nearest-name";
import { describe, quote } from "./problems";
import { map, type Check } from "./shape";

/** A text that a pattern tells; its value is quoted in the message, so it must not be a secret. */
export function text(pattern: RegExp, requirement: string): Check {
    return (value, path, problems) => {
        if (!(typeof value === "string" && pattern.test(value))) {
            problems.add(path, `is ${quote(value)}, but must be ${requirement}`);
        }
    };
}

/** Any text; it may be a secret, and is not quoted. */
export const anyText: Check = (value, path, problems) => {
    if (typeof value !== "string") {
        problems.add(path, `is ${describe(value)}, but must be a string`);
    }
};

export const boolean: Check = (value, path, problems) => {
    if (typeof value !== "boolean") {
        problems.add(path, `is ${quote(value)}, but must be true or false`);
    }
};

export function oneOf(allowed: readonly string[]): Check {
    return (value, path, problems) => {
        if (!allowed.includes(value as string)) {
            const meant = typeof value === "string" ? suggestion(value, allowed) : "";
            const choice = allowed.length === 1 ? "" : "one of ";
            problems.add(path, `is ${quote(value)}${meant}, but must be ${choice}${allowed.join(", ")}`);
        }
    };
}

/** A whole number with its unit: `MiB`, or an empty text. */
export function integer(min: number, max: number, unit: string): Check {
    return (value, path, problems) => {
        if (!(Number.isInteger(value) && (value as number) >= min && (value as number) <= max)) {
            const range = max === Infinity ? `${min} or more` : `from ${min} to ${max}`;
            problems.add(path, `is ${quote(value)}, but must be a whole number ${range} ${unit}`.trimEnd());
        }
    };
}

export const arnOf = (what: string, pattern: RegExp): Check => text(pattern, `the ARN of ${what}`);

export const roleArn = arnOf("an IAM role", /^arn:[\w-]+:iam::\d{12}:role\/.+$/);
export const policyArn = arnOf("an IAM policy", /^arn:[\w-]+:iam::(?:\d{12}|aws):policy\/.+$/);
export const kmsKeyArn = arnOf("a KMS key", /^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/.+$/);
export const tags = map(anyText, "an object of tags");
