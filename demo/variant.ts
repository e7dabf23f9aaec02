// The stack with one mistake in it. The order matters: the mistake is set up before the stack's resources are created.
import "./break-rule";
export * from "../index";
