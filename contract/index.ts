export * from "./ami";
export * from "./container-agent";
export * from "./instance-types";
export * from "./neuron-rtd";
export * from "./placement";
export * from "./recognise";
export * from "./task-definition";
export * from "./visible-devices";
