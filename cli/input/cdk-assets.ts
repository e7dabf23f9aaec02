import { dirname, join } from "node:path";
import { field, isFields } from "./document";

/**
 * The files of the CDK that are put into a bucket, by the keys that they get there. A nested stack names its template
 * by such a key.
 *
 * Source: aws-cdk, cloud-assembly-schema, AssetManifest.
 */
export function assetsOf(manifest: unknown, path: string): readonly (readonly [key: string, file: string])[] {
    return valuesAt(manifest, "files").flatMap((asset) => {
        const source = field(asset, "source", "path");
        return valuesAt(asset, "destinations").flatMap((destination) => {
            const key = field(destination, "objectKey");
            return typeof source === "string" && typeof key === "string"
                ? [[key, join(dirname(path), source)] as const]
                : [];
        });
    });
}

function valuesAt(value: unknown, key: string): readonly unknown[] {
    const found = field(value, key);
    return Object.values(isFields(found) ? found : {});
}
