/** What the checks say of one place of a resource. */
export interface Finding {
    /** The id of the resource. */
    readonly resource: string;
    readonly rule: string;
    readonly level: "mandatory" | "advisory";
    /** `unknown`: the rule could not decide; it fails nothing. `suppressed`: switched off for this resource. */
    readonly kind: "violation" | "unknown" | "suppressed";
    /** The property: `containerDefinitions[1].linuxParameters.capabilities.add`. */
    readonly path: string;
    readonly message: string;
    /** With `unknown`: it is not known either whether the rule is about this resource at all. */
    readonly isScopeOpen?: true;
}
