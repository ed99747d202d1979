package dev.rolewire.frontend.cloudformation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// The groups of nodes that reach each other (Tarjan, "Depth-First Search and Linear Graph Algorithms", 1972),
/// without recursion.
final class Components {

    private final Function<String, List<String>> next;

    private final Map<String, Integer> index = new HashMap<>();

    private final Map<String, Integer> low = new HashMap<>();

    private final Deque<String> stack = new ArrayDeque<>();

    private final Set<String> onStack = new HashSet<>();

    private final List<List<String>> found = new ArrayList<>();

    Components(Iterable<String> nodes, Function<String, List<String>> next) {
        this.next = next;
        for (String node : nodes) {
            if (!this.index.containsKey(node)) {
                visit(node);
            }
        }
    }

    private record Frame(String node, Iterator<String> rest) {

    }

    private Frame enter(String node) {
        this.index.put(node, this.index.size());
        this.low.put(node, this.index.size() - 1);
        this.stack.push(node);
        this.onStack.add(node);
        return new Frame(node, this.next.apply(node).iterator());
    }

    private void visit(String root) {
        Deque<Frame> frames = new ArrayDeque<>();
        frames.push(enter(root));
        while (!frames.isEmpty()) {
            Frame frame = frames.getFirst();
            if (frame.rest().hasNext()) {
                String node = frame.rest().next();
                if (!this.index.containsKey(node)) {
                    frames.push(enter(node));
                }
                else if (this.onStack.contains(node)) {
                    this.low.merge(frame.node(), this.index.getOrDefault(node, 0), Math::min);
                }
            }
            else {
                frames.pop();
                if (!frames.isEmpty()) {
                    this.low.merge(frames.getFirst().node(), this.low.getOrDefault(frame.node(), 0), Math::min);
                }
                close(frame.node());
            }
        }
    }

    private void close(String node) {
        if (!this.low.getOrDefault(node, 0).equals(this.index.get(node))) {
            return;
        }
        List<String> group = new ArrayList<>();
        String member;
        do {
            member = this.stack.pop();
            this.onStack.remove(member);
            group.add(member);
        }
        while (!member.equals(node));
        if (group.size() > 1 || this.next.apply(node).contains(node)) {
            group.sort(Comparator.comparing((each) -> this.index.getOrDefault(each, 0)));
            this.found.add(group);
        }
    }

    /// The groups that have a cycle, in the order of their nodes.
    List<List<String>> found() {
        return this.found;
    }

}
