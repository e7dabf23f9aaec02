/**
 * The private registries of the AWS Deep Learning Containers, the images for Neuron among them.
 *
 * Sources: aws/deep-learning-containers, docs/reference/region_availability.md; aws/sagemaker-python-sdk,
 * image_uri_config (GovCloud, and the isolated region).
 */
import { registryHost } from "./ecr-image";

const account = "763104351884";

/** The accounts of regions that have another one. */
const accounts: Readonly<Record<string, string>> = {
    "af-south-1": "626614931356",
    "ap-east-1": "871362719292",
    "ap-east-2": "975050140332",
    "ap-northeast-3": "364406365360",
    "ap-south-2": "772153158452",
    "ap-southeast-3": "907027046896",
    "ap-southeast-4": "457447274322",
    "ap-southeast-5": "550225433462",
    "ap-southeast-6": "633930458069",
    "ap-southeast-7": "590183813437",
    "ca-west-1": "204538143572",
    "cn-north-1": "727897471807",
    "cn-northwest-1": "727897471807",
    "eu-central-2": "380420809688",
    "eu-south-1": "692866216735",
    "eu-south-2": "503227376785",
    "il-central-1": "780543022126",
    "me-central-1": "914824155844",
    "me-south-1": "217643126080",
    "mx-central-1": "637423239942",
    "us-gov-east-1": "446045086412",
    "us-gov-west-1": "442386744353",
    "us-iso-east-1": "886529160074",
};

export const deepLearningContainersAccounts: readonly string[] = [...new Set([account, ...Object.values(accounts)])];

/**
 * The registry of the AWS Deep Learning Containers in a region, before the slash of an image:
 * `763104351884.dkr.ecr.us-west-2.amazonaws.com`.
 */
export function deepLearningContainersRegistry(region: string): string {
    return registryHost(accounts[region] ?? account, region);
}
