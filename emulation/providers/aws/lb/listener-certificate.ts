import { region } from "../common-inputs";
import { type Properties, text, type Values } from "../property";
import type { ResourceType } from "../resource-type";

const inputs: Properties = {
    certificateArn: text({ required: true, replaces: true }),
    listenerArn: text({ required: true, replaces: true }),
    region,
};

/** A further certificate of a listener. */
export const listenerCertificate: ResourceType = {
    inputs,
    outputs: [],
    async create(aws, values) {
        await (await aws.loadBalancing()).addListenerCertificates(request(values));
        return `${String(values["listenerArn"])}_${String(values["certificateArn"])}`;
    },
    async read(aws, id) {
        const [ListenerArn = "", certificateArn = ""] = id.split("_");
        const answer = await (await aws.loadBalancing()).describeListenerCertificates({ ListenerArn });
        const isThere = answer.Certificates?.some((one) => one.CertificateArn === certificateArn) === true;
        return isThere ? { certificateArn, listenerArn: ListenerArn } : undefined;
    },
    async delete(aws, _id, state) {
        await (await aws.loadBalancing()).removeListenerCertificates(request(state));
    },
};

function request(values: Values) {
    return {
        ListenerArn: String(values["listenerArn"]),
        Certificates: [{ CertificateArn: String(values["certificateArn"]) }],
    };
}
