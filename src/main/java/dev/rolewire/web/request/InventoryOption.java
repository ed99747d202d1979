package dev.rolewire.web.request;

import dev.rolewire.inventory.Inventory;
import dev.rolewire.inventory.InventoryException;
import dev.rolewire.inventory.InventoryReader;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Collects the inventory of one request.
final class InventoryOption {

    private final InventoryReader reader = new InventoryReader();

    /// Reads a part of it.
    /// @throws dev.rolewire.web.problem.ProblemException when it is not what the AWS CLI
    /// prints
    void add(Consumer<InventoryReader> part) {
        try {
            part.accept(this.reader);
        }
        catch (InventoryException malformed) {
            throw malformed(malformed).asException();
        }
    }

    /// The whole inventory.
    /// @param accountId the account that the request names, or null
    /// @throws dev.rolewire.web.problem.ProblemException when it is of another account
    Inventory of(@Nullable String accountId) {
        Inventory inventory = this.reader.inventory(accountId);
        if (accountId != null && !inventory.isEmpty() && !inventory.accounts().contains(accountId)) {
            throw Problem
                .of(ProblemType.BAD_OPTION_VALUE,
                        "`accountId` is " + accountId + ", and the inventory is of account "
                                + String.join(" and ", inventory.accounts())
                                + ". Send the inventory of the account that is deployed to.")
                .with("option", "accountId")
                .asException();
        }
        return inventory;
    }

    private static Problem malformed(InventoryException malformed) {
        String place = malformed.line() < 1 ? "" : "line " + malformed.line() + ", column " + malformed.column() + ": ";
        return Problem
            .of(ProblemType.MALFORMED_INVENTORY,
                    "In the inventory, " + place + malformed.getMessage() + ". It takes " + InventoryReader.ACCEPTED
                            + ".")
            .with("command", Commands.INVENTORY);
    }

}
