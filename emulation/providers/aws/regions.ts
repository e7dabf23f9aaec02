/**
 * The names of all regions that the emulator knows. Asked without EC2's client, which takes long to load, since every
 * preview asks for them.
 */
async function regionsOf(endpoint: string): Promise<string[]> {
    const answer = await fetch(endpoint, {
        method: "POST",
        headers: {
            "content-type": "application/x-www-form-urlencoded",
            // By its scope the emulator knows which service is meant; it checks no signature.
            authorization: "AWS4-HMAC-SHA256 Credential=emulation/20000101/us-east-1/ec2/aws4_request",
        },
        body: "Action=DescribeRegions&Version=2016-11-15&AllRegions=true",
    });
    const text = await answer.text();
    return [...text.matchAll(/<regionName>([\w-]+)<\/regionName>/g)].map(([, name]) => name ?? "");
}

/** @throws when there is no such region, as Pulumi's provider does when it is configured. */
export async function refuseUnknownRegion(endpoint: string, region: string): Promise<void> {
    if ((await regionsOf(endpoint)).includes(region)) {
        return;
    }
    const host = `sts.${region}.amazonaws.com`;
    throw new Error(
        "unable to validate AWS credentials.\nDetails: validating provider credentials: retrieving caller identity " +
            "from STS: operation error STS: GetCallerIdentity, https response error StatusCode: 0, RequestID: , " +
            `request send failed, Post "https://${host}/": dial tcp: lookup ${host}: no such host\n` +
            "Make sure you have set your AWS region, e.g. `pulumi config set aws:region us-west-2`.",
    );
}
