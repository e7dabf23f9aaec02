import assert from "node:assert/strict";
import type { AwsProvider } from "../../../../emulation/providers/aws/provider";
import { type ResourceToken, rightInputs } from "./right-inputs";

export type Values = Record<string, unknown>;

export interface Resource {
    readonly urn: { readonly type: string; readonly name: string };
    readonly id: string;
    readonly inputs: Values;
    readonly state: Values;
}

const seed = new Uint8Array([1]);

/** The steps that the engine takes with a resource, each from right inputs with a change. */
export class Emulated {
    constructor(readonly provider: AwsProvider) {}

    async create(type: ResourceToken, name: string, change: Values, timeoutSeconds = 0): Promise<Resource> {
        const urn = { type, name };
        const { inputs, failures } = this.provider.check(urn, {}, { ...rightInputs[type], ...change }, seed);
        assert.deepStrictEqual(failures, []);
        return { urn, inputs, ...(await this.provider.create(urn, inputs, false, timeoutSeconds)) };
    }

    async update(resource: Resource, change: Values, timeoutSeconds = 0): Promise<Resource> {
        const { urn, id, state } = resource;
        const { inputs, failures } = this.provider.check(urn, resource.inputs, { ...resource.inputs, ...change }, seed);
        assert.deepStrictEqual(failures, []);
        const updated = await this.provider.update(urn, id, state, inputs, false, timeoutSeconds);
        return { ...resource, inputs, state: updated };
    }

    remove({ urn, id, state }: Resource, timeoutSeconds = 0): Promise<void> {
        return this.provider.delete(urn, id, state, timeoutSeconds);
    }

    /** What a preview of the same program shows, with a refresh before it where that is asked for. */
    secondPreview(resource: Resource, refresh = false): Promise<Values> {
        return this.preview(resource, {}, refresh);
    }

    /** What a preview of a changed program shows. */
    async preview({ urn, id, inputs, state }: Resource, change: Values, refresh = false): Promise<Values> {
        const now = refresh ? await this.provider.read(urn, id, state, inputs) : { inputs, state };
        const { changed, replaces } = this.provider.diff(urn, now.inputs, { ...inputs, ...change }, now.state);
        return { changed, replaces };
    }
}
