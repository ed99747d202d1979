package dev.rolewire.frontend.terraform.function;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// IP addresses as texts. Leading zeros of IPv4 parts are decimal, as Terraform has always read them.
final class IpText {

    private IpText() {
    }

    /// The number of an address; null when it is none.
    static @Nullable BigInteger parse(String text) {
        return text.indexOf(':') < 0 ? parse4(text) : parse6(text);
    }

    private static @Nullable BigInteger parse4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        long number = 0;
        for (String part : parts) {
            if (!part.matches("0*[0-9]{1,3}") || part.length() > 8 || Integer.parseInt(part) > 255) {
                return null;
            }
            number = number * 256 + Integer.parseInt(part);
        }
        return BigInteger.valueOf(number);
    }

    private static @Nullable BigInteger parse6(String text) {
        int gap = text.indexOf("::");
        List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        List<Integer> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2), true);
        if (head == null || tail == null) {
            return null;
        }
        int missing = 8 - head.size() - tail.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return null;
        }
        List<Integer> all = new ArrayList<>(head);
        for (int i = 0; i < missing; i++) {
            all.add(0);
        }
        all.addAll(tail);
        BigInteger number = BigInteger.ZERO;
        for (int group : all) {
            number = number.shiftLeft(16).add(BigInteger.valueOf(group));
        }
        return number;
    }

    private static @Nullable List<Integer> groups(String text, boolean last) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return groups;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (last && i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                BigInteger ending = parse4(parts[i]);
                if (ending == null) {
                    return null;
                }
                groups.add(ending.shiftRight(16).intValue());
                groups.add(ending.intValue() & 0xffff);
            }
            else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
                groups.add(Integer.parseInt(parts[i], 16));
            }
            else {
                return null;
            }
        }
        return groups;
    }

    /// The canonical text: of IPv6 the longest run of zeros is left out.
    static String write(BigInteger address, int bits) {
        if (bits == 32) {
            long number = address.longValue();
            return (number >> 24 & 255) + "." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
        }
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = address.shiftRight(16 * (7 - i)).intValue() & 0xffff;
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && groups[i + run] == 0) {
                run++;
            }
            if (run > length) {
                start = i;
                length = run;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
            }
            else {
                boolean first = text.isEmpty() || text.charAt(text.length() - 1) == ':';
                text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }

}
