import schema from "../../plugin/schema.json";
import type { Surface } from "./surface";

interface Component {
    readonly inputProperties: Readonly<Record<string, object & { readonly default?: unknown }>>;
}

/** The type tokens, by which states and programs in other languages name what there is, and what SDKs fill in. */
export function schemaSurface(): Surface {
    const components: Readonly<Record<string, Component>> = schema.resources;
    const filledIn = Object.entries(components).flatMap(([token, { inputProperties }]) =>
        Object.entries(inputProperties).flatMap(([name, { default: value }]): [string, string][] =>
            value === undefined ? [] : [[`${token.replace(/.*:/, "")}.${name}`, JSON.stringify(value)]],
        ),
    );
    const tokens = [...Object.keys(components), ...Object.keys(schema.types)];
    return new Map([
        ["type tokens", new Map(tokens.map((token) => [token, ""]))],
        ["defaults of SDKs", new Map(filledIn)],
    ]);
}
