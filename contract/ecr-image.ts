/** An image in a private registry of Amazon ECR. */
export interface EcrImage {
    readonly account: string;
    readonly region: string;
    readonly repository: string;
}

/** Hosts of private registries: IPv4 and dual-stack, with FIPS and without, and those of China. */
const host = new RegExp(
    String.raw`^(\d{12})\.(?:dkr\.ecr|dkr-ecr)(?:-fips)?\.([a-z0-9-]+)\.` +
        String.raw`(?:amazonaws\.com(?:\.cn)?|on\.(?:aws|amazonwebservices\.com\.cn))/([^:@]+)`,
);

/** The host of an account's private registry in a region: in China it is of another domain. */
export function registryHost(account: string, region: string): string {
    return `${account}.dkr.ecr.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;
}

/**
 * The registry and the repository that an image names; undefined for an image of any other registry.
 *
 * Sources: Amazon ECR User Guide, "Making requests to Amazon ECR registries"; AWS General Reference, Amazon ECR
 * endpoints; the hosts for which Amazon EKS's nodes ask ECR for credentials (matchImages), which name China's.
 */
export function readEcrImage(image: string): EcrImage | undefined {
    const found = host.exec(image);
    if (found === null) {
        return undefined;
    }
    const [, account, region, repository] = found as unknown as readonly [string, string, string, string];
    return { account, region, repository };
}
