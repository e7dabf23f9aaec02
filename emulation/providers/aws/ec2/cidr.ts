import { isIPv4 } from "node:net";
import type { Failure } from "../failure";
import { isUnknown } from "../unknown";

/** What is wrong with an IPv4 network: EC2 takes /16 to /28, written with the network's first address. */
export function cidrFailures(property: string, value: unknown): Failure[] {
    if (isUnknown(value)) {
        return [];
    }
    const cidr = String(value);
    const [address = "", length = "", ...rest] = cidr.split("/");
    const bits = /^\d{1,2}$/.test(length) ? Number(length) : NaN;
    if (rest.length > 0 || !isIPv4(address) || !(bits >= 0 && bits <= 32)) {
        return [{ property, reason: `"${cidr}" is no IPv4 network; required is <address>/<bits>, as 10.0.0.0/16` }];
    }
    const number = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
    if (bits < 16 || bits > 28) {
        return [{ property, reason: `"${cidr}" has /${bits}; EC2 takes /16 to /28` }];
    }
    return number % 2 ** (32 - bits) === 0
        ? []
        : [{ property, reason: `"${cidr}" does not begin at the first address of a /${bits} network` }];
}
