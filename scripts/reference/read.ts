import type { DeclarationReflection } from "typedoc" with { "resolution-mode": "import" };

/** What a program imports from the package, as TypeDoc reads it: each export by its kind, in the order of the entry. */
export interface PackageExports {
    /** The package's name. */
    readonly packageName: string;
    /** The components: classes that Pulumi makes resources of. */
    readonly components: readonly DeclarationReflection[];
    /** All else but interfaces and what only names the type of a constant. */
    readonly others: readonly DeclarationReflection[];
}

/**
 * @param entry The module that programs import.
 * @param tsconfig What it is compiled with.
 * @throws where TypeDoc cannot read the sources.
 */
export async function readExports(entry: string, tsconfig: string): Promise<PackageExports> {
    const { Application, ReflectionKind } = await import("typedoc");
    const application = await Application.bootstrap({
        entryPoints: [entry],
        tsconfig,
        excludePrivate: true,
        excludeProtected: true,
        // The type check of the build is enough.
        skipErrorChecking: true,
        sort: ["source-order"],
        readme: "none",
        logLevel: "Error",
    });
    const { packageName, children } = (await application.convert()) ?? {};
    if (packageName === undefined || children === undefined) {
        throw new Error(`TypeDoc finds no package with exports in ${entry}; it says above why`);
    }
    return {
        packageName,
        components: children.filter(isComponent),
        others: children.filter(
            (child) =>
                child.kindOf([ReflectionKind.Function, ReflectionKind.Variable, ReflectionKind.Class]) &&
                !isComponent(child),
        ),
    };
}

function isComponent({ extendedTypes = [] }: DeclarationReflection): boolean {
    return extendedTypes.some((type) => type.type === "reference" && type.name.endsWith("ComponentResource"));
}
