package dev.rolewire.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.testing.Golden;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownReportRendererTests {

    private final Renderer renderer = ReportFormat.MARKDOWN.renderer();

    @Test
    void isWhatReviewersHaveRead() {
        Golden.check(Path.of("golden/report/full.md"), SampleReport.render(this.renderer, SampleReport.full()));
    }

    @Test
    void showsTheMostSevereFirst() {
        Finding error = SampleReport.full().findings().getFirst();
        String comment = SampleReport.render(this.renderer, SampleReport.with(SampleReport.full(),
                List.of(SampleReport.with(error, Severity.NOTE), SampleReport.with(error, Severity.WARNING), error)));
        assertThat(comment.indexOf("<b>error</b>")).isLessThan(comment.indexOf("<b>warning</b>"));
        assertThat(comment.indexOf("<b>warning</b>")).isLessThan(comment.indexOf("<b>note</b>"));
    }

    @Test
    void staysWithinWhatGitHubTakes() {
        Finding error = SampleReport.full().findings().getFirst();
        for (int size : List.of(10, 70, 80, 90, 2000)) {
            List<Finding> findings = new ArrayList<>(Collections.nCopies(size, error));
            findings.addAll(Collections.nCopies(size * 10, SampleReport.full().findings().getLast()));
            String comment = SampleReport.render(this.renderer, SampleReport.with(SampleReport.full(), findings));
            assertThat(comment).hasSizeLessThanOrEqualTo(MarkdownReportRenderer.LONGEST).endsWith("\n");
            assertThat(comment.split("<details>", -1)).hasSameSizeAs(comment.split("</details>", -1));
        }
        Finding huge = SampleReport.with(error, "x".repeat(1_000_000));
        assertThat(SampleReport.render(this.renderer, SampleReport.with(SampleReport.full(), List.of(huge))))
            .hasSizeLessThan(5000);
    }

    @Test
    void saysHowManyDidNotFit() {
        Finding error = SampleReport.full().findings().getFirst();
        String comment = SampleReport.render(this.renderer,
                SampleReport.with(SampleReport.full(), Collections.nCopies(1000, error)));
        int shown = comment.split("<b>error</b>", -1).length - 1;
        assertThat(comment).contains((1000 - shown) + " more findings did not fit.");
    }

    /// Read as GitHub reads it, a hostile document gives no link, image, heading, bold
    /// text or tag of its own.
    @Test
    void isNotCommandedByTheDocument() {
        String comment = SampleReport.render(this.renderer, HostileReport.report());
        List<String> seen = new ArrayList<>();
        Node document = Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(comment);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                seen.add("link " + link.getDestination());
            }

            @Override
            public void visit(Image image) {
                seen.add("image " + image.getDestination());
            }

            @Override
            public void visit(StrongEmphasis bold) {
                seen.add("bold");
            }

            @Override
            public void visit(Heading heading) {
                seen.add("heading " + heading.getLevel());
                visitChildren(heading);
            }

            @Override
            public void visit(HtmlInline html) {
                seen.add("tag " + html.getLiteral());
            }

            @Override
            public void visit(Text text) {
                assertThat(text.getLiteral()).doesNotContain("@octocat", "#1", "http://");
            }

            @Override
            public void visit(HtmlBlock html) {
                String plain = html.getLiteral()
                    .replaceAll("<code>[^<]*</code>", "")
                    .replaceAll("</?(details|summary|b)>|<!-- rolewire -->", "")
                    .replace("@<!-- -->", "")
                    .replace("#<!-- -->", "");
                assertThat(plain).doesNotContain("<", "@");
            }
        });
        assertThat(seen.stream().distinct()).containsExactlyInAnyOrder("heading 3",
                "link https://rolewire.example.com/v1/rules/role-as-instance-profile", "tag <!-- -->");
    }

}
