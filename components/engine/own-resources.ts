/**
 * The resources that components of a class create, for its getters. They are no fields of it: a field of a component is
 * an output in other languages, which would then load the whole schema of AWS.
 */
export class OwnResources<Component extends object, Resources> {
    private readonly byComponent = new WeakMap<Component, Resources>();

    set(component: Component, resources: Resources): void {
        this.byComponent.set(component, resources);
    }

    /** What a component created, whose constructor has set it. */
    of(component: Component): Resources {
        return this.byComponent.get(component) as Resources;
    }
}
