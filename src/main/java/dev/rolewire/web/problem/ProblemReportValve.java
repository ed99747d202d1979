package dev.rolewire.web.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/// Answers what Tomcat refuses before any servlet sees it (a malformed request line, headers that are too large) with a
/// problem instead of an HTML page.
public final class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            ProblemWriter.write(Problems.ofStatus(status), response);
        }
        catch (IOException | IllegalStateException gone) {
            // The client did not wait for the answer.
            return;
        }
    }

}
