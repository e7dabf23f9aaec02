import type { QueueAttributeName } from "@aws-sdk/client-sqs";
import { pascalCase, toApi } from "../api-shape";
import { region, tags } from "../common-inputs";
import { differences, jsonMeaning } from "../differences";
import type { Failure } from "../failure";
import { allUnserved, boolean, document, number, only, type Properties, text, type Values } from "../property";
import type { ResourceType } from "../resource-type";
import { tagChanges, tagsOf } from "../tags";
import { isUnknown } from "../unknown";

/** What Amazon SQS knows as attributes: texts. */
const attributes: Properties = {
    delaySeconds: number({ default: 0 }),
    kmsDataKeyReusePeriodSeconds: number({ computed: true }),
    kmsMasterKeyId: text(),
    maxMessageSize: number({ default: 262_144, api: "MaximumMessageSize" }),
    messageRetentionSeconds: number({ default: 345_600, api: "MessageRetentionPeriod" }),
    policy: document({ computed: true, meaning: jsonMeaning }),
    receiveWaitTimeSeconds: number({ default: 0, api: "ReceiveMessageWaitTimeSeconds" }),
    redriveAllowPolicy: document({ computed: true, meaning: jsonMeaning }),
    redrivePolicy: document({ computed: true, meaning: jsonMeaning }),
    sqsManagedSseEnabled: boolean({ computed: true }),
    visibilityTimeoutSeconds: number({ default: 30, api: "VisibilityTimeout" }),
};

const inputs: Properties = {
    ...attributes,
    name: text({ replaces: true }),
    namePrefix: text({ replaces: true }),
    region,
    tags,
    ...allUnserved("contentBasedDeduplication", "deduplicationScope", "fifoQueue", "fifoThroughputLimit"),
};

/** A standard queue. */
export const queue: ResourceType = {
    inputs,
    outputs: ["arn", "tagsAll", "url"],
    autoName: { maxLength: 80 },
    check: failures,
    async create(aws, values) {
        const created = await (
            await aws.sqs()
        ).createQueue({
            QueueName: String(values["name"]),
            Attributes: toAttributes(values, Object.keys(attributes)),
            tags: { ...tagsOf(values) },
        });
        return created.QueueUrl ?? "";
    },
    async read(aws, id) {
        const sqs = await aws.sqs();
        const { Attributes: found = {} } = await sqs.getQueueAttributes({ QueueUrl: id, AttributeNames: ["All"] });
        return {
            ...fromAttributes(found),
            arn: found["QueueArn"],
            name: id.split("/").pop(),
            tagsAll: (await sqs.listQueueTags({ QueueUrl: id })).Tags ?? {},
            url: id,
        };
    },
    /** Sends the attributes that changed. */
    async update(aws, id, news, olds) {
        const sqs = await aws.sqs();
        const changed = differences(attributes, olds, news).map(({ property }) => property);
        if (changed.length > 0) {
            await sqs.setQueueAttributes({ QueueUrl: id, Attributes: toAttributes(news, changed) });
        }
        const { removed, set } = tagChanges(olds, news);
        if (removed.length > 0) {
            await sqs.untagQueue({ QueueUrl: id, TagKeys: removed });
        }
        if (Object.keys(set).length > 0) {
            await sqs.tagQueue({ QueueUrl: id, Tags: { ...set } });
        }
    },
    async delete(aws, id) {
        await (await aws.sqs()).deleteQueue({ QueueUrl: id });
    },
};

function toAttributes(values: Values, names: readonly string[]): Partial<Record<QueueAttributeName, string>> {
    const members = toApi(attributes, only(values, names), pascalCase);
    return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, String(value)]));
}

/** What is not there is an empty text; the time for which a data key is used again, 5 minutes. */
function fromAttributes(found: Partial<Record<string, string>>): Values {
    const read = Object.entries(attributes).map(([name, property]) => {
        const value = found[typeof property.api === "string" ? property.api : pascalCase(name)];
        if (property.kind === "number") {
            return [name, Number(value ?? 300)];
        }
        return [name, property.kind === "boolean" ? value === "true" : (value ?? "")];
    });
    return Object.fromEntries(read) as Values;
}

/** What Pulumi's provider refuses of a queue. */
function failures(values: Values): Failure[] {
    const { kmsMasterKeyId, name, sqsManagedSseEnabled } = values;
    return [
        ...(kmsMasterKeyId !== undefined && sqsManagedSseEnabled !== undefined
            ? [{ property: "kmsMasterKeyId", reason: "conflicts with sqsManagedSseEnabled" }]
            : []),
        ...(typeof name === "string" && !isUnknown(name) && !/^[\w-]{1,80}$/.test(name)
            ? [{ property: "name", reason: `invalid queue name: ${name}` }]
            : []),
    ];
}
