// What Pulumi reads the components' types from when a program in another language uses them; it runs ../dist.
export * from "../components";
