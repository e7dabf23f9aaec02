import { Bucket } from "@pulumi/aws/s3";
import type * as pulumi from "@pulumi/pulumi";

let buckets = 0;

/** An output that is not known at preview: the mocks do not answer it. */
export function unknownText(): pulumi.Output<string> {
    return new Bucket(`made-later-${buckets++}`, {}).hostedZoneId;
}
