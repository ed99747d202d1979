package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/// JUnit XML as Jenkins, GitLab and Azure Pipelines read it: a suite a document; in it a case for the document itself, one for
/// each slot that is not broken (unchecked ones are skipped) and one for each finding. A finding that makes the verdict
/// `fail` fails; others pass and say what they are in `system-out`.
final class JUnitReportRenderer implements Renderer {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    @Override
    public void render(Report report, RenderContext context, OutputStream out) throws IOException {
        Collection<JUnitSuite> suites = JUnitSuite.of(report);
        try {
            JUnitWriter xml = new JUnitWriter(FACTORY.createXMLStreamWriter(out, "UTF-8"));
            xml.start("testsuites");
            xml.attribute("name", "Rolewire");
            JUnitSuite.Counts all = suites.stream()
                .map(JUnitSuite::counts)
                .reduce(new JUnitSuite.Counts(0, 0, 0), JUnitSuite.Counts::plus);
            xml.counts(all);
            for (JUnitSuite suite : suites) {
                suite.write(xml, context);
            }
            xml.end();
            xml.finish();
        }
        catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
    }

}
