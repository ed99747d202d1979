package dev.rolewire.frontend.terraform.hcl;

/// The counted work of one deployment. What is beyond it becomes unknown, so that hostile input ends.
final class Budget {

    /// Expressions evaluated; the largest real module tree takes some hundred thousand.
    private static final int STEPS = 3_000_000;

    /// Instances of resources and modules.
    private static final int INSTANCES = 20_000;

    /// How deep evaluations may be inside one another: a local in a local, a module in a
    /// module, nested expressions.
    private static final int DEPTH = 200;

    private int steps = STEPS;

    private int instances = INSTANCES;

    private int depth;

    /// Takes some steps.
    /// @return false when the budget is used up
    boolean take(int count) {
        this.steps -= Math.min(Math.max(1, count), STEPS);
        if (this.steps < 0) {
            this.steps = 0;
            return false;
        }
        return true;
    }

    /// Takes some instances.
    /// @return false when there are not so many left; then none is taken
    boolean takeInstances(long count) {
        if (count > this.instances) {
            return false;
        }
        this.instances -= (int) count;
        return true;
    }

    int instancesLeft() {
        return this.instances;
    }

    /// Goes one level deeper; each call that returns true is followed by one of [#leave].
    boolean enter() {
        if (this.depth >= DEPTH || !take(1)) {
            return false;
        }
        this.depth++;
        return true;
    }

    void leave() {
        this.depth--;
    }

}
