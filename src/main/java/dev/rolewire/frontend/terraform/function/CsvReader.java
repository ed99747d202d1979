package dev.rolewire.frontend.terraform.function;

import java.util.ArrayList;
import java.util.List;

/// CSV as RFC 4180 and Go read it: blank lines are skipped, every row has as many fields as the first.
final class CsvReader {

    private final String text;

    private int at;

    private int line = 1;

    private CsvReader(String text) {
        this.text = text.replace("\r\n", "\n");
    }

    static List<List<String>> read(String text) {
        CsvReader reader = new CsvReader(text);
        List<List<String>> rows = new ArrayList<>();
        while (reader.at < reader.text.length()) {
            if (reader.text.charAt(reader.at) == '\n') {
                reader.at++;
                reader.line++;
                continue;
            }
            int start = reader.line;
            List<String> row = reader.row();
            if (!rows.isEmpty() && rows.getFirst().size() != row.size()) {
                throw Failure.of("CSV parse error on line %s: wrong number of fields".formatted(start));
            }
            rows.add(row);
            Limits.checkItems(rows.size());
        }
        return rows;
    }

    private List<String> row() {
        List<String> fields = new ArrayList<>();
        while (true) {
            boolean quoted = this.at < this.text.length() && this.text.charAt(this.at) == '"';
            fields.add(quoted ? quoted() : bare());
            if (this.at >= this.text.length()) {
                return fields;
            }
            char end = this.text.charAt(this.at);
            this.at++;
            if (end == '\n') {
                this.line++;
                return fields;
            }
        }
    }

    private String bare() {
        int start = this.at;
        while (this.at < this.text.length() && this.text.charAt(this.at) != ',' && this.text.charAt(this.at) != '\n') {
            if (this.text.charAt(this.at) == '"') {
                throw Failure.of("CSV parse error on line %s: bare \" in non-quoted field".formatted(this.line));
            }
            this.at++;
        }
        return this.text.substring(start, this.at);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        int start = this.line;
        this.at++;
        while (this.at < this.text.length()) {
            char next = this.text.charAt(this.at);
            this.at++;
            if (next != '"') {
                this.line += next == '\n' ? 1 : 0;
                field.append(next);
            }
            else if (this.text.startsWith("\"", this.at)) {
                field.append('"');
                this.at++;
            }
            else if (this.at == this.text.length() || this.text.charAt(this.at) == ','
                    || this.text.charAt(this.at) == '\n') {
                return field.toString();
            }
            else {
                break;
            }
        }
        throw Failure.of("CSV parse error on line %s: extraneous or missing \" in quoted-field".formatted(start));
    }

}
