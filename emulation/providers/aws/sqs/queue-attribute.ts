import type { QueueAttributeName } from "@aws-sdk/client-sqs";
import type { Aws } from "../aws";
import { region } from "../common-inputs";
import { jsonMeaning } from "../differences";
import { document, type Properties, text, type Values } from "../property";
import type { ResourceType } from "../resource-type";

/** A policy of a queue as a resource of its own: an attribute that is emptied when the resource goes. */
export function queueAttribute(name: string, attribute: QueueAttributeName): ResourceType {
    const inputs: Properties = {
        [name]: document({ required: true, meaning: jsonMeaning }),
        queueUrl: text({ required: true, replaces: true }),
        region,
    };
    const set = async (aws: Aws, QueueUrl: string, value: unknown): Promise<void> => {
        await (await aws.sqs()).setQueueAttributes({ QueueUrl, Attributes: { [attribute]: String(value) } });
    };
    return {
        inputs,
        outputs: [],
        async create(aws, values) {
            const url = String(values["queueUrl"]);
            await set(aws, url, values[name]);
            return url;
        },
        async read(aws, id): Promise<Values | undefined> {
            const request = { QueueUrl: id, AttributeNames: [attribute] };
            const value = (await (await aws.sqs()).getQueueAttributes(request)).Attributes?.[attribute];
            return value ? { [name]: value, queueUrl: id } : undefined;
        },
        update: (aws, id, news) => set(aws, id, news[name]),
        delete: (aws, id) => set(aws, id, ""),
    };
}
