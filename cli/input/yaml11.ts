/**
 * The value of a plain scalar of YAML 1.1, as CloudFormation reads it, where it differs from that of YAML 1.2: `yes`
 * is a boolean, `010` is octal, and digits that are no octal number are a text, such as the number of an account.
 */
export function yaml11Value(source: string, value: unknown): unknown {
    if (/^(?:yes|Yes|YES|on|On|ON)$/.test(source)) {
        return true;
    }
    if (/^(?:no|No|NO|off|Off|OFF)$/.test(source)) {
        return false;
    }
    if (/^[-+]?0[0-7]+$/.test(source)) {
        return parseInt(source, 8);
    }
    return /^[-+]?0\d+$|^0o/.test(source) ? source : value;
}
