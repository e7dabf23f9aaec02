export { foldersOf, region } from "./environment";
export { keepSession, keptFolder, keptSession, stopKeptSession } from "./kept";
export { makeProject } from "./project";
export { operate, pulumi, type EngineEvent, type PolicyEvent } from "./pulumi";
export { openSession, projectRoot, type Session } from "./session";
