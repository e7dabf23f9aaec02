/** Arithmetic on IPv4 networks. */

export interface Network {
    /** The first address, as a number. */
    readonly base: number;
    /** The length of the prefix, 0 to 32. */
    readonly bits: number;
}

export function sizeOf(bits: number): number {
    return 2 ** (32 - bits);
}

/** @throws when the text is no `<address>/<bits>` that begins at the network's first address. */
export function parseNetwork(cidr: string): Network {
    const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
    const [, ...parts] = match ?? [];
    const [bits = 33, ...address] = [parts[4], ...parts.slice(0, 4)].map(Number);
    const base = address.reduce((sum, part) => sum * 256 + part, 0);
    if (match === null || bits > 32 || address.some((part) => part > 255) || base % sizeOf(bits) !== 0) {
        throw new RangeError(`"${cidr}" is no IPv4 network; required is <first address>/<bits>, as 10.0.0.0/16`);
    }
    return { base, bits };
}

export function formatNetwork({ base, bits }: Network): string {
    const parts = [24, 16, 8, 0].map((shift) => Math.floor(base / 2 ** shift) % 256);
    return `${parts.join(".")}/${bits}`;
}

/** The first network of the given size that begins at the address or after it. */
export function nextNetwork(from: number, bits: number): Network {
    return { base: Math.ceil(from / sizeOf(bits)) * sizeOf(bits), bits };
}

export function endOf({ base, bits }: Network): number {
    return base + sizeOf(bits);
}

export function overlap(left: Network, right: Network): boolean {
    return left.base < endOf(right) && right.base < endOf(left);
}
