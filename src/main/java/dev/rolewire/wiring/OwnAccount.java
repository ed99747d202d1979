package dev.rolewire.wiring;

import java.util.List;

import dev.rolewire.inventory.IdentityArn;
import dev.rolewire.inventory.Inventory;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import dev.rolewire.policy.SymbolicArn;
import org.jspecify.annotations.Nullable;

/// Says which account of the inventory a resource is made in.
final class OwnAccount {

    private static final String ACCOUNT_ID = "AWS::AccountId";

    private static final String CALLER_IDENTITY = "aws_caller_identity";

    /// Another configuration than the default one of the provider (`aws.west`): it may be
    /// set up for another account.
    private static final String ALIAS = ".";

    private final Template template;

    private final Inventory inventory;

    private final @Nullable String account;

    OwnAccount(Template template, Inventory inventory) {
        this.template = template;
        this.inventory = inventory;
        this.account = account(template.environment().accountId(), inventory.accounts());
    }

    private static @Nullable String account(@Nullable String known, List<String> accounts) {
        if (known != null) {
            return known;
        }
        return accounts.size() == 1 ? accounts.getFirst() : null;
    }

    /// The account of a resource; null when it is not, or not known to be, one of the
    /// inventory.
    @Nullable String of(Resource resource) {
        boolean alone = switch (this.template.dialect().family()) {
            case CLOUDFORMATION -> true;
            case TERRAFORM -> isDefaultProvider(resource);
        };
        return alone ? this.account : null;
    }

    private boolean isDefaultProvider(Resource resource) {
        String provider = this.template.providers().get(resource.address());
        return this.template.dialect() == Dialect.TERRAFORM_STATE || (provider != null && !provider.contains(ALIAS));
    }

    /// The ARN that a value is, with the own account and partition filled in.
    /// @return null when some other part of it is not known
    @Nullable IdentityArn arn(Value value, Resource resource) {
        SymbolicArn arn = SymbolicArn.parse(value);
        String own = of(resource);
        if (arn == null || arn.resource().size() != 1
                || !(arn.resource().getFirst() instanceof Value.Literal identity)) {
            return null;
        }
        String account = Texts.literal(arn.account());
        account = account == null && isOwn(arn.account()) ? own : account;
        String partition = Texts.literal(arn.partition());
        if (account == null || !"iam".equals(Texts.literal(arn.service()))) {
            return null;
        }
        String known = partition == null ? this.inventory.partition(own == null ? account : own) : partition;
        return IdentityArn.parse("arn:" + known + ":iam::" + account + ":" + identity.text());
    }

    private boolean isOwn(Value account) {
        if (!(account instanceof Value.Reference reference)) {
            return false;
        }
        Resource resource = this.template.resource(reference.address());
        return reference.address().equals(ACCOUNT_ID) || (resource != null && resource.mode() == Resource.Mode.DATA
                && resource.type().equals(CALLER_IDENTITY) && of(resource) != null);
    }

}
