/** The versions of the policy SDK whose inside the pack knows, and is tested with; its `package.json` asks for them. */
export const sdkRange = {
    text: "~1.21.0",
    includes: (version: string): boolean => /^v?1\.21\.\d+$/.test(version),
} as const;
