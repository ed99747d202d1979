package dev.rolewire.frontend.terraform.hcl;

/// Addresses as Terraform writes them.
final class ResourceAddress {

    private static final String DATA = "data.";

    private ResourceAddress() {
    }

    /// An address below a module.
    /// @param module the address of the module's instance, empty for the root
    static String below(String module, String name) {
        return module.isEmpty() ? name : module + "." + name;
    }

    /// Whether an address is that of a data source.
    static boolean isData(String address) {
        String rest = address;
        while (rest.startsWith("module.")) {
            int end = end(rest, "module.".length());
            if (end >= rest.length()) {
                return false;
            }
            rest = rest.substring(end + 1);
        }
        return rest.startsWith(DATA);
    }

    /// Where the name that starts at an offset ends, its key included.
    private static int end(String text, int from) {
        boolean quoted = false;
        boolean key = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                }
                else if (c == '"') {
                    quoted = false;
                }
            }
            else if (c == '"') {
                quoted = true;
            }
            else if (c == '[' || c == ']') {
                key = c == '[';
            }
            else if (c == '.' && !key) {
                return i;
            }
        }
        return text.length();
    }

    /// A text key as it stands between the brackets.
    static String quote(String key) {
        String escaped = key.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
            .replace("${", "$${")
            .replace("%{", "%%{");
        return "\"" + escaped + "\"";
    }

}
