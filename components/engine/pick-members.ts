import * as pulumi from "@pulumi/pulumi";
import { isOutput } from "./values";

/**
 * Picks members of the items of a list, as `pulumi.output(list)` does of whole items: but what is picked is unknown,
 * secret or waiting only where one of these members is, and not because of what stands beside it. A secret in the
 * environment of a container makes no secret of its image; an image that a preview does not know hides no log group.
 * Of an item or a list that is an output itself, only that output tells.
 *
 * @param gate Resolved when the arguments are valid: only then have outputs the types that they should.
 */
export function pickMembers<T extends object, Key extends keyof T>(
    list: pulumi.Input<pulumi.Input<T>[]> | undefined,
    members: readonly Key[],
    gate: Promise<unknown>,
): pulumi.Output<pulumi.Unwrap<Pick<T, Key>>[]> {
    const items: unknown = Array.isArray(list) ? list.map((item) => picked(item, members)) : (list ?? []);
    return pulumi.all([gate, items]).apply<pulumi.Unwrap<Pick<T, Key>>[]>(([, values]) => values);
}

function picked<T extends object>(item: pulumi.Input<T>, members: readonly (keyof T)[]): object {
    const known = (isOutput(item) ? pulumi.output(item) : item) as Readonly<Record<keyof T, unknown>>;
    return Object.fromEntries(members.map((member) => [member, known[member]]));
}
