/** A task definition as `register-task-definition` takes it. */
export interface Definition {
    readonly family?: string;
    readonly containerDefinitions: readonly Readonly<Record<string, unknown>>[];
    readonly volumes?: readonly { readonly name: string; readonly host?: { readonly sourcePath?: string } }[];
    readonly placementConstraints?: { type: string; expression?: string }[];
    readonly requiresCompatibilities?: string[];
}

/** What the program makes, by the name of the resource. */
export interface Tasks {
    /** With every value known. */
    readonly known?: Readonly<Record<string, Definition>>;
    /** With the first container's image from the repository of the stack. */
    readonly half?: Readonly<Record<string, Definition>>;
    /**
     * By the component, with the model's image from the repository; these inputs of the task definition are replaced by
     * a transform.
     */
    readonly components?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
