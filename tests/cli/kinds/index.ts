import { balanced } from "./balanced";
import { devices } from "./devices";
import { inference } from "./inference";
import { placement } from "./placement";
import { starters } from "./starters";

/** What a checker can take for one another. */
export const kinds = [...inference, ...placement, ...devices, ...starters, ...balanced];
