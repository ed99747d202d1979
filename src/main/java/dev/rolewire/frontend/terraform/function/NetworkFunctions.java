package dev.rolewire.frontend.terraform.function;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Functions of IP addresses.
final class NetworkFunctions {

    private NetworkFunctions() {
    }

    static void addTo(Library library) {
        library.add("cidrhost", 2, NetworkFunctions::host);
        library.add("cidrnetmask", 1, (arguments, known) -> {
            String text = known.text(arguments.getFirst(), 0);
            Network network = network(text);
            if (network.bits() != 32) {
                throw Failure.of("IPv6 addresses cannot have a netmask: " + text);
            }
            return known.text(IpText.write(network.mask(), 32));
        });
        library.add("cidrsubnet", 3, NetworkFunctions::subnet);
        library.add("cidrsubnets", 1, Library.ANY, NetworkFunctions::subnets);
        library.add("cidrcontains", 2, NetworkFunctions::contains);
    }

    /// A network or an address.
    ///
    /// @param address as a number
    /// @param prefix how many bits name the network
    /// @param bits 32 or 128
    private record Network(BigInteger address, int prefix, int bits) {

        BigInteger mask() {
            return BigInteger.ONE.shiftLeft(this.bits).subtract(BigInteger.ONE.shiftLeft(this.bits - this.prefix));
        }

        BigInteger first() {
            return this.address.and(mask());
        }

        BigInteger last() {
            return first().add(BigInteger.ONE.shiftLeft(this.bits - this.prefix)).subtract(BigInteger.ONE);
        }

        String text() {
            return IpText.write(first(), this.bits) + "/" + this.prefix;
        }

    }

    private static Network network(String text) {
        Network network = parse(text);
        if (network == null || text.indexOf('/') < 0) {
            throw Failure.of("invalid CIDR expression: invalid CIDR address: " + text);
        }
        return network;
    }

    private static @Nullable Network parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        BigInteger number = IpText.parse(address);
        if (number == null) {
            return null;
        }
        int bits = address.indexOf(':') < 0 ? 32 : 128;
        String prefix = slash < 0 ? Integer.toString(bits) : text.substring(slash + 1);
        if (!prefix.matches("[0-9]{1,3}") || Integer.parseInt(prefix) > bits) {
            return null;
        }
        return new Network(number, Integer.parseInt(prefix), bits);
    }

    private static Value host(List<Value> arguments, Known known) {
        Network network = network(known.text(arguments.getFirst(), 0));
        BigDecimal number = known.number(arguments.get(1), 1);
        if (!Numbers.isInteger(number)) {
            throw Failure.of(1, "a whole number is required");
        }
        BigInteger size = BigInteger.ONE.shiftLeft(network.bits() - network.prefix());
        BigInteger given = number.toBigInteger();
        BigInteger index = given.signum() < 0 ? given.add(size) : given;
        if (index.signum() < 0 || index.compareTo(size) >= 0) {
            throw Failure.of("prefix of %s does not accommodate a host numbered %s".formatted(network.prefix(), given));
        }
        return known.text(IpText.write(network.first().add(index), network.bits()));
    }

    private static Value subnet(List<Value> arguments, Known known) {
        Network network = network(known.text(arguments.getFirst(), 0));
        int more = known.integer(arguments.get(1), 1);
        BigDecimal number = known.number(arguments.get(2), 2);
        if (!Numbers.isInteger(number)) {
            throw Failure.of(2, "a whole number is required");
        }
        if (network.prefix() + (long) more > network.bits()) {
            throw Failure
                .of("insufficient address space to extend prefix of %s by %s".formatted(network.prefix(), more));
        }
        if (more < 0 || number.signum() < 0) {
            throw Interruption.unknown();
        }
        BigInteger count = BigInteger.ONE.shiftLeft(more);
        BigInteger index = number.toBigInteger();
        if (index.compareTo(count) >= 0) {
            throw Failure.of("prefix extension of %s does not accommodate a subnet numbered %s".formatted(more,
                    number.toBigInteger()));
        }
        int prefix = network.prefix() + more;
        BigInteger first = network.first().add(index.shiftLeft(network.bits() - prefix));
        return known.text(new Network(first, prefix, network.bits()).text());
    }

    private static Value subnets(List<Value> arguments, Known known) {
        Network network = network(known.text(arguments.getFirst(), 0));
        List<String> subnets = new ArrayList<>();
        BigInteger next = network.first();
        @Nullable Network current = null;
        for (int i = 1; i < arguments.size(); i++) {
            int more = known.integer(arguments.get(i), i);
            if (more < 1) {
                throw Failure.of(i, "must extend prefix by at least one bit");
            }
            if (more > 32) {
                throw Failure.of(i, "may not extend prefix by more than 32 bits");
            }
            int prefix = network.prefix() + more;
            if (prefix > network.bits()) {
                throw Failure.of(i, "would extend prefix to %s bits, which is too long for an %s address"
                    .formatted(prefix, network.bits() == 32 ? "IPv4" : "IPv6"));
            }
            BigInteger size = BigInteger.ONE.shiftLeft(network.bits() - prefix);
            BigInteger first = next.add(size).subtract(BigInteger.ONE).divide(size).multiply(size);
            Network subnet = new Network(first, prefix, network.bits());
            if (subnet.last().compareTo(network.last()) > 0) {
                throw Failure.of(i, "not enough remaining address space for a subnet with a prefix of %s bits after %s"
                    .formatted(prefix, current == null ? network.text() : current.text()));
            }
            current = subnet;
            next = subnet.last().add(BigInteger.ONE);
            subnets.add(subnet.text());
        }
        return known.texts(subnets);
    }

    private static Value contains(List<Value> arguments, Known known) {
        String prefix = known.text(arguments.getFirst(), 0);
        String inner = known.text(arguments.get(1), 1);
        Network network = network(prefix);
        Network other = parse(inner);
        if (other == null) {
            throw Failure.of("invalid IP address or prefix: " + inner);
        }
        if (network.bits() != other.bits()) {
            throw Failure.of("address family mismatch: %s vs. %s".formatted(prefix, inner));
        }
        return known.bool(network.first().compareTo(other.first()) <= 0 && network.last().compareTo(other.last()) >= 0);
    }

}
