export { enterProject } from "./enter";
export { foldersOf, region } from "./environment";
export type { SessionCommandOptions } from "./commands";
export { awsOf, inventory } from "./inventory";
export { keepSession, keptFolder, keptSession, stopKeptSession } from "./kept";
export { prepareFor } from "./languages";
export { makeProject } from "./project";
export { operate, pulumi, type EngineEvent, type PolicyEvent } from "./pulumi";
export { obtainTools, openSession, projectRoot, type Session, type Tools } from "./session";
