import { isFields, type Fields } from "./value";

/** Keys whose values are somebody's own names. */
const ownNames = /^(?:DockerLabels|Options|DriverOpts|Tags|Labels)$/;

/** As the provider spells it. */
export function snakeKey(key: string): string {
    return key
        .replace("VPC", "Vpc")
        .replace("VCpu", "Vcpu")
        .replace("MaxvCpus", "MaxVcpus")
        .replace("MiB", "Mib")
        .replace(/(?<=[a-z0-9])([A-Z])/g, "_$1")
        .toLowerCase();
}

export function snake(fields: Fields): Fields {
    return keysAs(snakeKey, fields) as Fields;
}

/** As the ECS API spells it. */
export function camelKeys(value: unknown): unknown {
    return keysAs((key) => key.charAt(0).toLowerCase() + key.slice(1), value);
}

function keysAs(spelling: (key: string) => string, value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map((item) => keysAs(spelling, item));
    }
    return isFields(value)
        ? Object.fromEntries(
              Object.entries(value).map(([key, item]) => [
                  spelling(key),
                  ownNames.test(key) ? item : keysAs(spelling, item),
              ]),
          )
        : value;
}
