import type { CertificateDetail } from "@aws-sdk/client-acm";
import type { Aws } from "./aws";
import { AwsError, unlessGone } from "./aws-error";
import { region, tags } from "./common-inputs";
import type { Failure } from "./failure";
import { allUnserved, list, type Properties, text, type Values } from "./property";
import type { ResourceType, ResourceTypes } from "./resource-type";
import { fromKeyValues, tagChanges, tagsOf, toKeyValues } from "./tags";

const inputs: Properties = {
    domainName: text({ replaces: true, computed: true }),
    region,
    subjectAlternativeNames: list(text(), { replaces: true, computed: true, unordered: true }),
    tags,
    validationMethod: text({ replaces: true, computed: true, oneOf: ["DNS", "EMAIL", "HTTP"] }),
    ...allUnserved(
        "certificateAuthorityArn",
        "certificateBody",
        "certificateChain",
        "earlyRenewalDuration",
        "keyAlgorithm",
        "options",
        "privateKey",
        "privateKeyWo",
        "privateKeyWoVersion",
        "validationOptions",
    ),
};

/** A certificate that is requested. The emulator issues it at once, and no host is validated. */
const certificate: ResourceType = {
    inputs,
    outputs: [
        "arn",
        "domainValidationOptions",
        "notAfter",
        "notBefore",
        "pendingRenewal",
        "renewalEligibility",
        "renewalSummaries",
        "status",
        "tagsAll",
        "type",
        "validationEmails",
    ],
    check: missingInputs,
    async create(aws, values) {
        const created = await (
            await aws.acm()
        ).requestCertificate({
            DomainName: String(values["domainName"]),
            SubjectAlternativeNames: values["subjectAlternativeNames"] as string[] | undefined,
            Tags: toKeyValues(tagsOf(values)),
            ValidationMethod: values["validationMethod"] as "DNS",
        });
        return created.CertificateArn ?? "";
    },
    async read(aws, id) {
        const found = await describe(aws, id);
        return found && { ...described(found), tagsAll: await tagsOfCertificate(aws, id) };
    },
    async update(aws, id, news, olds) {
        const { removed, set } = tagChanges(olds, news);
        const acm = await aws.acm();
        if (removed.length > 0) {
            await acm.removeTagsFromCertificate({ CertificateArn: id, Tags: removed.map((Key) => ({ Key })) });
        }
        if (Object.keys(set).length > 0) {
            await acm.addTagsToCertificate({ CertificateArn: id, Tags: toKeyValues(set) });
        }
    },
    async delete(aws, id) {
        if (await isInUse(aws, id)) {
            throw new AwsError("ResourceInUseException", `Certificate ${id} in account is in use.`);
        }
        await (await aws.acm()).deleteCertificate({ CertificateArn: id });
    },
};

/** As Pulumi's provider has it when it creates one (`resourceCertificateCreate`). */
function missingInputs(values: Values): Failure[] {
    return ["domainName", "validationMethod"]
        .filter((name) => values[name] === undefined)
        .map((property) => ({ property, reason: `"${property}" is required for a certificate that is requested` }));
}

async function describe(aws: Aws, arn: string): Promise<CertificateDetail | undefined> {
    return (await unlessGone((await aws.acm()).describeCertificate({ CertificateArn: arn })))?.Certificate;
}

function described(found: CertificateDetail): Values {
    const validations = found.DomainValidationOptions ?? [];
    return {
        arn: found.CertificateArn,
        domainName: found.DomainName,
        domainValidationOptions: validations.map(({ DomainName, ResourceRecord }) => ({
            domainName: DomainName,
            resourceRecordName: ResourceRecord?.Name,
            resourceRecordType: ResourceRecord?.Type,
            resourceRecordValue: ResourceRecord?.Value,
        })),
        notAfter: found.NotAfter?.toISOString(),
        notBefore: found.NotBefore?.toISOString(),
        pendingRenewal: false,
        renewalEligibility: found.RenewalEligibility,
        renewalSummaries: [],
        status: found.Status,
        subjectAlternativeNames: found.SubjectAlternativeNames,
        type: found.Type,
        validationEmails: [],
        validationMethod: validations[0]?.ValidationMethod,
    };
}

async function tagsOfCertificate(aws: Aws, CertificateArn: string) {
    return fromKeyValues((await (await aws.acm()).listTagsForCertificate({ CertificateArn })).Tags);
}

/** Whether a listener has the certificate. The emulator forgets who uses one, and deletes it. */
async function isInUse(aws: Aws, arn: string): Promise<boolean> {
    const balancing = await aws.loadBalancing();
    const { LoadBalancers = [] } = await balancing.describeLoadBalancers({});
    const listeners = await Promise.all(
        LoadBalancers.map(({ LoadBalancerArn }) => balancing.describeListeners({ LoadBalancerArn })),
    );
    const answers = await Promise.all(
        listeners
            .flatMap(({ Listeners = [] }) => Listeners)
            .map(({ ListenerArn }) => balancing.describeListenerCertificates({ ListenerArn })),
    );
    return answers.some(({ Certificates = [] }) => Certificates.some((one) => one.CertificateArn === arn));
}

/** AWS Certificate Manager. */
export const acmTypes: ResourceTypes = { "aws:acm/certificate:Certificate": certificate };
