package dev.rolewire.report;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes the elements of JUnit XML, one a line, with nothing that XML 1.0 forbids.
final class JUnitWriter {

    private final XMLStreamWriter xml;

    private int depth;

    private boolean leaf;

    JUnitWriter(XMLStreamWriter xml) throws XMLStreamException {
        this.xml = xml;
        this.xml.writeStartDocument("UTF-8", "1.0");
    }

    void start(String name) throws XMLStreamException {
        line();
        this.xml.writeStartElement(name);
        this.depth++;
        this.leaf = true;
    }

    void attribute(String name, String value) throws XMLStreamException {
        this.xml.writeAttribute(name, legal(value).replaceAll("[\\r\\n\\t]", " "));
    }

    void counts(JUnitSuite.Counts counts) throws XMLStreamException {
        attribute("tests", Integer.toString(counts.tests()));
        attribute("failures", Integer.toString(counts.failures()));
        attribute("errors", "0");
        attribute("skipped", Integer.toString(counts.skipped()));
    }

    void text(String text) throws XMLStreamException {
        this.xml.writeCharacters(legal(text));
    }

    void end() throws XMLStreamException {
        this.depth--;
        if (!this.leaf) {
            line();
        }
        this.xml.writeEndElement();
        this.leaf = false;
    }

    void finish() throws XMLStreamException {
        this.xml.writeCharacters("\n");
        this.xml.writeEndDocument();
        this.xml.flush();
    }

    private void line() throws XMLStreamException {
        this.xml.writeCharacters("\n" + "  ".repeat(this.depth));
    }

    /// U+FFFD for what no XML document can hold (XML 1.0, production 2).
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        Utf16.wellFormed(text).codePoints().forEach((c) -> {
            boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
            legal.appendCodePoint((control || c == 0xFFFE || c == 0xFFFF) ? 0xFFFD : c);
        });
        return legal.toString();
    }

}
