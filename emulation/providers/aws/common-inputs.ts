import { map, text } from "./property";

/** The input of every regional type: the region, where it is not the provider's. */
export const region = text({ replaces: true, computed: true, api: false });

/** The resource's own tags; the types send `tagsAll`. */
export const tags = map(text(), { api: false });
