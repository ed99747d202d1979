package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.syntax.Mapping;

/// Finds for each planned block the block of the configuration that it comes from.
///
/// Positions do not tell: `dynamic` blocks are missing from the configuration, and blocks that form a set are sorted anew.
/// Constant arguments do: a planned block cannot come from a block whose constants differ from its values. A block of the
/// configuration that is not dynamic gives exactly one planned block, so equal counts mean that none is dynamic.
final class BlockMatcher {

    private static final int MAX_COMPARISONS = 250_000;

    private final List<Place> planned;

    private final Place unknown;

    private final List<Place> written;

    private final Scope scope;

    private BlockMatcher(List<Place> planned, Place unknown, List<Place> written, Scope scope) {
        this.planned = planned;
        this.unknown = unknown;
        this.written = written;
        this.scope = scope;
    }

    /// Gives for each planned block how it is written.
    static List<Written> match(Place planned, Place unknown, Written.Blocks blocks) {
        return new BlockMatcher(planned.items(), unknown, blocks.list().items(), blocks.scope()).match();
    }

    private List<Written> match() {
        if (this.planned.size() == 1 && this.written.size() == 1) {
            return List.of(new Written.Block(this.written.getFirst(), this.scope, true));
        }
        List<Written> matched = new ArrayList<>(this.planned.size());
        boolean tooMany = (long) this.planned.size() * this.written.size() > MAX_COMPARISONS;
        boolean none = this.planned.size() == this.written.size();
        List<List<Integer>> fits = new ArrayList<>();
        int[] taken = new int[this.written.size()];
        for (int i = 0; i < this.planned.size() && !tooMany; i++) {
            List<Integer> fitting = fitting(i);
            fits.add(fitting);
            fitting.forEach((block) -> taken[block]++);
        }
        for (int i = 0; i < this.planned.size(); i++) {
            matched.add(tooMany ? Written.UNSHOWN : choose(i, fits.get(i), taken, none));
        }
        return matched;
    }

    private Written choose(int index, List<Integer> fitting, int[] taken, boolean noneDynamic) {
        if (fitting.size() == 1 && taken[fitting.getFirst()] == 1) {
            Place block = this.written.get(fitting.getFirst());
            if (noneDynamic || sharesConstant(block, this.planned.get(index))) {
                return new Written.Block(block, this.scope, noneDynamic);
            }
        }
        if (!noneDynamic || fitting.isEmpty()) {
            return Written.UNSHOWN;
        }
        List<Written> alternatives = new ArrayList<>();
        for (int block : fitting) {
            alternatives.add(new Written.Block(this.written.get(block), this.scope, true));
        }
        return new Written.Either(alternatives);
    }

    private List<Integer> fitting(int index) {
        Place later = this.unknown.item(index);
        List<Integer> fitting = new ArrayList<>();
        for (int block = 0; block < this.written.size(); block++) {
            if (fits(this.written.get(block), this.planned.get(index), later)) {
                fitting.add(block);
            }
        }
        return fitting;
    }

    private static boolean fits(Place block, Place planned, Place later) {
        for (Mapping.Entry argument : block.entries()) {
            Place expression = block.get(argument.name());
            String constant = Expression.constant(expression).scalarText();
            boolean known = !later.get(argument.name()).isTrue();
            Place value = planned.get(argument.name());
            boolean differs = constant != null && (!known || !constant.equals(value.scalarText()));
            boolean cannotBeUnknown = !known && Expression.is(expression)
                    && Expression.references(expression).isEmpty();
            if (differs || cannotBeUnknown) {
                return false;
            }
        }
        return true;
    }

    private static boolean sharesConstant(Place block, Place planned) {
        for (Mapping.Entry argument : block.entries()) {
            String constant = Expression.constant(block.get(argument.name())).scalarText();
            if (constant != null && constant.equals(planned.get(argument.name()).scalarText())) {
                return true;
            }
        }
        return false;
    }

}
