import { object, type Check, type Fields } from "../../validation/shape";
import { integer, oneOf, text } from "../../validation/values";
import { TransportProtocol, type PortMappingArgs } from "../args/port-mapping";

const portMappingFields: Fields<PortMappingArgs> = {
    containerPort: integer(1, 65535, ""),
    containerPortRange: text(/^\d{1,5}-\d{1,5}$/, "a range of ports, such as 8500-8510"),
    hostPort: integer(0, 65535, ""),
    protocol: oneOf(Object.values(TransportProtocol)),
    name: text(/^[a-z0-9_][a-z0-9_-]{0,63}$/, "1 to 64 lower-case letters, digits, hyphens and underscores"),
    appProtocol: oneOf(["http", "http2", "grpc"]),
};

export const portMapping: Check = object("a port mapping", portMappingFields);
