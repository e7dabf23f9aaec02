import { createHash } from "node:crypto";

/** The digits that Pulumi's provider appends to a name, with their hyphen. */
const suffixLength = 8;

/** Characters in the name of a load balancer or a target group (Elastic Load Balancing API Reference). */
const maxCharacters = 32;

/**
 * The name of a resource from whose name Pulumi's provider makes that of a load balancer or a target group: letters,
 * digits and single hyphens, short enough for the provider's suffix. Where that changes a name, a hash keeps it apart
 * from others.
 */
export function balancingName(name: string): string {
    const plain = name.replace(/[^a-zA-Z0-9]+/g, "-").replace(/^-|-$/g, "");
    const isTaken = plain.startsWith("internal-");
    if (plain === name && !isTaken && name.length <= maxCharacters - suffixLength) {
        return name;
    }
    const hash = createHash("sha256").update(name).digest("hex").slice(0, suffixLength);
    const maxPlain = maxCharacters - 2 * suffixLength - 1;
    const start = (isTaken ? plain.slice("internal-".length) : plain).slice(0, maxPlain).replace(/-$/, "");
    return start === "" ? hash : `${start}-${hash}`;
}
