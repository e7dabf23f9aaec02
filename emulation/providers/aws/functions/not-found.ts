/**
 * The words of Pulumi's provider where there is none, or more than one, of what a function looks for.
 *
 * Source: terraform-provider-aws, internal/tfresource, SingularDataSourceFindError.
 */
export function exactlyOne<Found>(what: string, found: readonly Found[]): Found {
    const [first] = found;
    if (first === undefined) {
        throw new Error(`no matching ${what} found`);
    }
    if (found.length > 1) {
        throw new Error(`multiple ${what}s matched; use additional constraints to reduce matches to a single ${what}`);
    }
    return first;
}
