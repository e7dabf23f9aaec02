/**
 * The resources that each component of a class made. They are no fields of it: a field of a component is an output in
 * other languages, which would then load the whole schema of AWS.
 */
export class MadeBy<Component extends object, Made> {
    private readonly resources = new WeakMap<Component, Made>();

    keep(component: Component, made: Made): void {
        this.resources.set(component, made);
    }

    /** What a component made, whose constructor has kept it. */
    of(component: Component): Made {
        return this.resources.get(component) as Made;
    }
}
