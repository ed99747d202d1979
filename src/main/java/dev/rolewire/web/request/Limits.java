package dev.rolewire.web.request;

import dev.rolewire.web.connection.PaceRules;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much one request, and all together, may take: `rolewire.limits.*`.
///
/// @param maxDocumentSize one template
/// @param maxPlanSize one Terraform plan or state (JSON that begins like one) as the body; beyond `maxDocumentSize` it
/// is kept in a file until the report is there
/// @param maxRequestSize a whole body of several files, as sent and once unpacked
/// @param maxFiles files of one request
/// @param maxMemory bodies that are held at one time, over all requests; 0 is an eighth of the heap
/// @param maxAnalysisMemory what running analyses may need in all, by an upper bound; 0 is six tenths of the heap
/// @param deadline from the start of the analysis to the report
/// @param concurrentAnalyses analyses that run at one time; 0 is one for each processor, since they do nothing but compute
/// @param queuedAnalyses analyses that wait for their turn
/// @param queueWait how long they wait
/// @param headerTimeout from the first byte of a request to the end of its headers
/// @param bodyTimeout the whole body
/// @param transferGrace how long a body or an answer may take however slow the client is
/// @param minTransferRate bytes a second that the client sends or takes, beyond that
public record Limits(@DefaultValue("5MB") DataSize maxDocumentSize, @DefaultValue("512MB") DataSize maxPlanSize,
        @DefaultValue("100MB") DataSize maxRequestSize, @DefaultValue("10000") @Min(1) int maxFiles,
        @DefaultValue("0") DataSize maxMemory, @DefaultValue("0") DataSize maxAnalysisMemory,
        @DefaultValue("30s") Duration deadline, @DefaultValue("0") @Min(0) int concurrentAnalyses,
        @DefaultValue("32") @Min(0) int queuedAnalyses, @DefaultValue("5s") Duration queueWait,
        @DefaultValue("10s") Duration headerTimeout, @DefaultValue("5m") Duration bodyTimeout,
        @DefaultValue("10s") Duration transferGrace, @DefaultValue("16KB") DataSize minTransferRate) {

    /// The largest raw body: a document or a plan.
    long rawBytes() {
        return Math.max(maxPlanSize().toBytes(), maxDocumentSize().toBytes());
    }

    /// How many large plans are looked at at one time: what is kept of one of 300 MB
    /// needs
    /// half of 256 MB.
    public int largePlans() {
        return (int) Math.max(1, Runtime.getRuntime().maxMemory() >> 28);
    }

    /// How many bytes of bodies may be held at one time.
    public long memoryBytes() {
        return (maxMemory().toBytes() > 0) ? maxMemory().toBytes() : Runtime.getRuntime().maxMemory() / 8;
    }

    /// How much memory running analyses may need.
    public long analysisMemoryBytes() {
        return (maxAnalysisMemory().toBytes() > 0) ? maxAnalysisMemory().toBytes()
                : Runtime.getRuntime().maxMemory() / 10 * 6;
    }

    /// How slow a client may be.
    public PaceRules pace() {
        return new PaceRules(headerTimeout(), transferGrace(), Math.max(1, minTransferRate().toBytes()), bodyTimeout());
    }

    /// How many analyses run at one time.
    public int threads() {
        return (concurrentAnalyses() > 0) ? concurrentAnalyses() : Runtime.getRuntime().availableProcessors();
    }

}
