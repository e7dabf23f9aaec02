/** A key or a value of a text, from one offset up to another. Those of a text overlap nowhere. */
export interface Scalar {
    readonly start: number;
    readonly end: number;
    /** The key that it is, or under which it or a list around it stands; empty for what stands under none. */
    readonly key: string;
    readonly isKey: boolean;
}
