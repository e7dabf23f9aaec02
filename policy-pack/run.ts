import type { ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import {
    defaultConfiguration,
    kindOf,
    namesOf,
    readConfiguration,
    ShownStack,
    type Configuration,
    type Finding,
    type ShownResource,
    type SourceResource,
} from "../checks";
import { componentTypes } from "../contract";
import { plainInputs } from "./plain-inputs";

const components: readonly string[] = Object.values(componentTypes);

/**
 * What the engine has shown in one operation, and what was said of it. All policies of the pack share it, so that a
 * resource's inputs are copied once and judged once, whichever policy asks first.
 */
export class Run {
    private current: Configuration = defaultConfiguration;
    private shown = new ShownStack(this.current);
    private readonly sources = new Map<string, SourceResource>();
    private readonly judged = new Map<string, ShownResource | undefined>();
    private readonly notes = new Map<string, string[]>();
    private whole: readonly Finding[] | undefined;

    get configuration(): Configuration {
        return this.current;
    }

    /** Takes the whole configuration over; answers with everything in it that is wrong. */
    configure(data: unknown): readonly string[] {
        const result = readConfiguration(data);
        if ("problems" in result) {
            return result.problems;
        }
        this.current = result.configuration;
        this.forget();
        return [];
    }

    /** The engine asks about a resource: what was judged of one with this URN was judged of other inputs. */
    beginResource(urn: string): void {
        if (this.whole !== undefined) {
            this.forget();
        }
        this.judged.delete(urn);
    }

    /** The engine asks about the whole stack, with which an operation ends. */
    beginStack(): void {
        this.whole = undefined;
    }

    /** What the rules say of a resource before it is made; undefined for those that no rule is about. */
    judge(args: Pick<ResourceValidationArgs, "type" | "urn" | "props" | "opts">): ShownResource | undefined {
        const { type, urn } = args;
        if (!concerns(type)) {
            return undefined;
        }
        if (!this.judged.has(urn)) {
            const { parent } = args.opts;
            const properties = plainInputs(args.props as object);
            const source = { id: urn, type, properties, ...(parent !== undefined && { parent }) };
            this.sources.set(urn, source);
            this.judged.set(urn, this.shown.show(source));
        }
        return this.judged.get(urn);
    }

    /** What the rules say of the stack that they did not say of its resources before. */
    judgeStack({ resources }: Pick<StackValidationArgs, "resources">): readonly Finding[] {
        this.whole ??= this.shown.whole(resources.map((resource) => this.withOutputs(resource)));
        return this.whole;
    }

    /** What was shown of a resource. */
    sourceOf(urn: string | undefined): SourceResource | undefined {
        return urn === undefined ? undefined : this.sources.get(urn);
    }

    /** Notes that a resource was repaired. */
    noteRepair(urn: string, note: string): void {
        this.notes.set(urn, [...(this.notes.get(urn) ?? []), note]);
    }

    /** The repairs of a resource that were noted, once. */
    takeRepairs(urn: string): readonly string[] {
        const notes = this.notes.get(urn) ?? [];
        this.notes.delete(urn);
        return notes;
    }

    private forget(): void {
        this.shown = new ShownStack(this.current);
        this.sources.clear();
        this.judged.clear();
        this.notes.clear();
        this.whole = undefined;
    }

    /**
     * A resource of the stack by the inputs that the engine has shown: among its outputs are values that the provider
     * fills in, and that are not known at preview. They give what names it.
     */
    private withOutputs(resource: StackValidationArgs["resources"][number]): SourceResource {
        const { urn, type } = resource;
        const outputs = concerns(type) ? plainInputs(resource.props as object) : {};
        const dependencies = Object.entries(resource.propertyDependencies).map(
            ([property, those]) => [property, those.map((one) => one.urn)] as const,
        );
        return {
            ...(this.sources.get(urn) ?? { id: urn, type, properties: outputs }),
            identifiers: namesOf({ properties: outputs }),
            dependencies: Object.fromEntries(dependencies),
            ...(resource.parent !== undefined && { parent: resource.parent.urn }),
        };
    }
}

function concerns(type: string): boolean {
    return kindOf(type) !== undefined || components.includes(type);
}
