package dev.rolewire.model;

/// The languages that are lowered to the model.
public enum Dialect {

    CLOUDFORMATION("cloudformation", Family.CLOUDFORMATION), TERRAFORM_PLAN("terraform-plan", Family.TERRAFORM),
    TERRAFORM_STATE("terraform-state", Family.TERRAFORM), TERRAFORM_HCL("terraform-hcl", Family.TERRAFORM);

    private final String id;

    private final Family family;

    Dialect(String id, Family family) {
        this.id = id;
        this.family = family;
    }

    /// The name in reports.
    public String id() {
        return this.id;
    }

    public Family family() {
        return this.family;
    }

    /// Whose resource types and attributes a dialect speaks of.
    public enum Family {

        CLOUDFORMATION, TERRAFORM

    }

}
