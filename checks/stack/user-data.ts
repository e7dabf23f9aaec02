import type * as zlib from "node:zlib";

/** EC2 takes 16 KiB; what unpacks to more than this is no script for an instance. */
const maxBytes = 1 << 20;

/**
 * The script in user data, which a launch template holds in base64, and a launch configuration as text; compressed or
 * not, and in the parts of a MIME document. Undefined when it is none that can be read.
 */
export function decodeUserData(value: string): string | undefined {
    const bytes = isBase64(value) ? Buffer.from(value, "base64") : Buffer.from(value);
    const unpacked = bytes[0] === 0x1f && bytes[1] === 0x8b ? unpack(bytes) : bytes;
    return unpacked && withDecodedParts(unpacked.toString("utf8"));
}

function isBase64(value: string): boolean {
    const compact = value.replace(/[\r\n]/g, "");
    return compact.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(compact);
}

function unpack(bytes: Buffer): Buffer | undefined {
    // Few launch templates have any, and it is slow to load.
    const { gunzipSync } = require("node:zlib") as typeof zlib;
    try {
        return gunzipSync(bytes, { maxOutputLength: maxBytes });
    } catch {
        // What does not unpack is no script.
    }
}

/** Parts of a MIME document may be in base64 again. */
function withDecodedParts(document: string): string {
    return /^(?:MIME-Version|Content-Type):/im.test(document)
        ? document
              .split(/^(?=--)/m)
              .map(withDecodedBody)
              .join("")
        : document;
}

/** A part from its boundary on; its headers end with an empty line. */
function withDecodedBody(part: string): string {
    const end = /\n\r?\n/.exec(part);
    if (end === null || !/^Content-Transfer-Encoding:[ \t]*base64/im.test(part.slice(0, end.index))) {
        return part;
    }
    const body = end.index + end[0].length;
    return `${part.slice(0, body)}${Buffer.from(part.slice(body), "base64").toString("utf8")}\n`;
}
