package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.rolewire.model.Value.Field;

/// The order of maps: by the code points of their keys, as Go compares texts.
final class KeyOrder {

    private KeyOrder() {
    }

    static List<Field> sorted(List<Field> fields) {
        List<Field> sorted = new ArrayList<>(fields);
        sorted.sort(Comparator.comparing(Field::key, KeyOrder::compare));
        return sorted;
    }

    static int compare(String left, String right) {
        int i = 0;
        int length = Math.min(left.length(), right.length());
        while (i < length && left.charAt(i) == right.charAt(i)) {
            i++;
        }
        if (i == length) {
            return Integer.compare(left.length(), right.length());
        }
        boolean a = Character.isSurrogate(left.charAt(i));
        boolean b = Character.isSurrogate(right.charAt(i));
        return a != b ? (a ? 1 : -1) : Character.compare(left.charAt(i), right.charAt(i));
    }

}
