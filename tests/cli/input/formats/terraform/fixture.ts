import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTerraform } from "../../../../../cli/input/formats/terraform";

const folder = join(__dirname, "..", "..", "..", "..", "fixtures", "terraform");

/** A file that Terraform itself wrote. */
export function read(name: string) {
    const data = JSON.parse(readFileSync(join(folder, name), "utf8")) as unknown;
    const document = readTerraform(data);
    assert.ok(document);
    const resource = (id: string) => document.resources.find((one) => one.id === id);
    const valueAt = (id: string) =>
        document.places.get(id)?.reduce<unknown>((holder, step) => (holder as Record<string, unknown>)[step], data);
    return { document, resource, valueAt };
}
