import { createHash, randomBytes } from "node:crypto";

/** How Pulumi's provider names a resource whose program does not. */
export interface AutoName {
    /** The most characters that AWS takes. */
    readonly maxLength: number;
    /** AWS takes lower case only. */
    readonly lowerCase?: boolean;
}

const suffixLength = 7;

/**
 * `<resource name>-<7 hexadecimal digits>`. The digits follow from the engine's seed, so that a preview and the update
 * after it show the same name.
 *
 * @throws when the name is longer than AWS takes.
 */
export function autoName(resourceName: string, rule: AutoName, seed: Uint8Array): string {
    const bytes = seed.length === 0 ? randomBytes(suffixLength) : createHash("sha512").update(seed).digest();
    const name = `${resourceName}-${bytes.toString("hex").slice(0, suffixLength)}`;
    if (name.length > rule.maxLength) {
        throw new RangeError(
            `the generated name "${name}" has ${name.length} characters, AWS takes ${rule.maxLength}: name it, or ` +
                "shorten the resource's name",
        );
    }
    return rule.lowerCase === true ? name.toLowerCase() : name;
}

/**
 * The name that Pulumi's provider makes from `namePrefix` when it creates the resource: the prefix, a timestamp and a
 * counter.
 */
export function nameFromPrefix(prefix: string): string {
    const timestamp = new Date().toISOString().replace(/\D/g, "").padEnd(18, "0");
    return prefix + timestamp + randomBytes(4).toString("hex");
}
