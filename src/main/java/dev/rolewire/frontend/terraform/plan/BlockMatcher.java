package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import org.jspecify.annotations.Nullable;

/// Finds for each planned block the block of the configuration that it comes from.
///
/// Positions do not tell: `dynamic` blocks are missing from the configuration, and blocks that form a set are sorted anew.
/// Constant arguments do: a planned block cannot come from a block whose constants differ from its values. A block of the
/// configuration that is not dynamic gives exactly one planned block, so equal counts mean that none is dynamic.
final class BlockMatcher {

    private static final int MAX_COMPARISONS = 62_500;

    private final List<Place> planned;

    private final @Nullable Node unknown;

    private final List<Place> written;

    private final Scope scope;

    private BlockMatcher(List<Place> planned, @Nullable Node unknown, List<Place> written, Scope scope) {
        this.planned = planned;
        this.unknown = unknown;
        this.written = written;
        this.scope = scope;
    }

    /// Gives for each planned block how it is written.
    static List<Written> match(Place planned, @Nullable Node unknown, Written.Blocks blocks) {
        return new BlockMatcher(planned.items(), unknown, blocks.list().items(), blocks.scope()).match();
    }

    private List<Written> match() {
        int size = this.planned.size();
        if (size == 1 && this.written.size() == 1) {
            return List.of(new Written.Block(this.written.getFirst(), this.scope, true));
        }
        if ((long) size * this.written.size() > MAX_COMPARISONS) {
            return Collections.nCopies(size, Written.UNSHOWN);
        }
        List<List<Integer>> fits = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            fits.add(fitting(i));
        }
        boolean noneDynamic = size == this.written.size();
        if (noneDynamic) {
            settle(fits);
        }
        int[] taken = new int[this.written.size()];
        fits.forEach((fitting) -> fitting.forEach((block) -> taken[block]++));
        List<Written> matched = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            matched.add(choose(i, fits.get(i), taken, noneDynamic));
        }
        return matched;
    }

    /// Takes a block that is the only one to fit somewhere away from the other places.
    private static void settle(List<List<Integer>> fits) {
        Deque<Integer> settled = new ArrayDeque<>();
        for (int i = 0; i < fits.size(); i++) {
            if (fits.get(i).size() == 1) {
                settled.add(i);
            }
        }
        while (!settled.isEmpty()) {
            int place = settled.remove();
            if (fits.get(place).isEmpty()) {
                continue;
            }
            Integer block = fits.get(place).getFirst();
            for (int i = 0; i < fits.size(); i++) {
                if (i != place && fits.get(i).remove(block) && fits.get(i).size() == 1) {
                    settled.add(i);
                }
            }
        }
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
        Node later = Marks.item(this.unknown, index);
        List<Integer> fitting = new ArrayList<>();
        for (int block = 0; block < this.written.size(); block++) {
            if (fits(this.written.get(block), this.planned.get(index), later)) {
                fitting.add(block);
            }
        }
        return fitting;
    }

    private static boolean fits(Place block, Place planned, @Nullable Node later) {
        for (Mapping.Entry argument : block.entries()) {
            Place expression = block.get(argument.name());
            boolean known = !Marks.isTrue(Marks.get(later, argument.name()));
            List<String> constant = texts(Expression.constant(expression));
            boolean differs = !constant.isEmpty() && (!known || !constant.equals(texts(planned.get(argument.name()))));
            boolean cannotBeUnknown = !known && Expression.is(expression)
                    && Expression.references(expression).isEmpty();
            if (differs || cannotBeUnknown) {
                return false;
            }
        }
        return true;
    }

    /// The text of a scalar, or those of a list, sorted as a set is; empty for anything
    /// else.
    private static List<String> texts(Place place) {
        if (!place.isSequence()) {
            String text = place.scalarText();
            return text == null ? List.of() : List.of(text);
        }
        List<String> texts = new ArrayList<>();
        for (Place item : place.items()) {
            String text = item.scalarText();
            if (text != null) {
                texts.add(text);
            }
        }
        Collections.sort(texts);
        return texts;
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
