/** A resource that stands where a value is expected. It holds the whole program, and so is named and never read. */
export class GivenResource {
    /** @param outputs The names of its outputs. */
    constructor(
        readonly type: string,
        readonly name: string,
        private readonly outputs: readonly string[],
    ) {}

    /**
     * What is wrong, and what to give in its place: the output of the argument's name or kind, such as the `id` for
     * `subnetIds[0]`.
     *
     * @param path Of the argument.
     * @param otherwise What to give where the resource has no such output.
     */
    problem(path: string, otherwise = "give one of its outputs"): string {
        const argument = path.replace(/\[\d+\]$/, "").replace(/^.*\./, "");
        const [, kind] = /(Id|Arn|Name)s?$/.exec(argument) ?? [];
        const output = [argument, kind?.toLowerCase()].find((one) => one !== undefined && this.outputs.includes(one));
        const fix = output === undefined ? otherwise : `give its ${output}`;
        return `is the resource ${JSON.stringify(this.name)} (${this.type}); ${fix}`;
    }
}
