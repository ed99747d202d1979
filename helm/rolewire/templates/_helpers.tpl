{{- define "rolewire.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "rolewire.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" }}
{{- else }}
{{- $name := default .Chart.Name .Values.nameOverride }}
{{- if contains $name .Release.Name }}
{{- .Release.Name | trunc 52 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name $name | trunc 52 | trimSuffix "-" }}
{{- end }}
{{- end }}
{{- end }}

{{- define "rolewire.selectorLabels" -}}
app.kubernetes.io/name: {{ include "rolewire.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "rolewire.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "rolewire.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/component: server
app.kubernetes.io/part-of: rolewire
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "rolewire.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "rolewire.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- default "default" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{- define "rolewire.image" -}}
{{- if .Values.image.digest }}
{{- printf "%s@%s" .Values.image.repository .Values.image.digest }}
{{- else }}
{{- printf "%s:%s" .Values.image.repository (default .Chart.AppVersion .Values.image.tag) }}
{{- end }}
{{- end }}

{{/* Options of the virtual machine, beside those of the image. */}}
{{- define "rolewire.javaOptions" -}}
{{- $options := list }}
{{- if gt (int .Values.jvm.processors) 0 }}
{{- $options = append $options (printf "-XX:ActiveProcessorCount=%d" (int .Values.jvm.processors)) }}
{{- end }}
{{- if .Values.jvm.options }}
{{- $options = append $options .Values.jvm.options }}
{{- end }}
{{- join " " $options }}
{{- end }}

{{/* The service's application.yaml: what the values say, and over it `config`. */}}
{{- define "rolewire.configuration" -}}
{{- $rolewire := dict }}
{{- if .Values.limits }}
{{- $_ := set $rolewire "limits" (deepCopy .Values.limits) }}
{{- end }}
{{- $access := dict "mode" .Values.access.mode }}
{{- if eq .Values.access.mode "api-key" }}
{{- $_ := set $access "api-keys-file" "/application/api-keys" }}
{{- else if eq .Values.access.mode "jwt" }}
{{- $jwt := dict "issuer" .Values.access.jwt.issuer "audience" .Values.access.jwt.audience "scope" .Values.access.jwt.scope }}
{{- if .Values.access.jwt.jwkSetUri }}
{{- $_ := set $jwt "jwk-set-uri" .Values.access.jwt.jwkSetUri }}
{{- end }}
{{- $_ := set $access "jwt" $jwt }}
{{- end }}
{{- $_ := set $rolewire "access" $access }}
{{- if .Values.cors.allowedOrigins }}
{{- $_ := set $rolewire "cors" (dict "allowed-origins" .Values.cors.allowedOrigins) }}
{{- end }}
{{- $all := dict "rolewire" $rolewire }}
{{- if .Values.contextPath }}
{{- $_ := set $all "server" (dict "servlet" (dict "context-path" .Values.contextPath)) }}
{{- end }}
{{- if not .Values.swaggerUi }}
{{- $_ := set $all "springdoc" (dict "swagger-ui" (dict "enabled" false)) }}
{{- end }}
{{- if .Values.tracing.endpoint }}
{{- $otlp := dict "opentelemetry" (dict "tracing" (dict "export" (dict "otlp" (dict "endpoint" .Values.tracing.endpoint)))) }}
{{- $_ := set $otlp "tracing" (dict "sampling" (dict "probability" .Values.tracing.samplingProbability)) }}
{{- $_ := set $all "management" $otlp }}
{{- end }}
{{- toYaml (mergeOverwrite $all (deepCopy .Values.config)) }}
{{- end }}

{{/* What the schema cannot say. */}}
{{- define "rolewire.checks" -}}
{{- if and .Values.ingress.enabled .Values.httpRoute.enabled }}
{{- fail "turn on one of ingress.enabled and httpRoute.enabled, not both" }}
{{- end }}
{{- if le (int .Values.terminationGracePeriodSeconds) (add (int .Values.preStopSleepSeconds) 40 | int) }}
{{- fail (printf "terminationGracePeriodSeconds must be more than %d: preStopSleepSeconds and the 40 seconds that running requests get" (add (int .Values.preStopSleepSeconds) 40 | int)) }}
{{- end }}
{{- if and .Values.autoscaling.enabled (gt (int .Values.autoscaling.minReplicas) (int .Values.autoscaling.maxReplicas)) }}
{{- fail "autoscaling.minReplicas is greater than autoscaling.maxReplicas" }}
{{- end }}
{{- end }}

{{- define "rolewire.probePath" -}}
{{- printf "%s/%s" (trimSuffix "/" .context.Values.contextPath) .name }}
{{- end }}

{{/* The port of an address. */}}
{{- define "rolewire.port" -}}
{{- $url := urlParse . }}
{{- $port := regexFind ":[0-9]+$" $url.host | trimPrefix ":" }}
{{- if $port }}
{{- $port }}
{{- else if eq $url.scheme "http" }}
{{- 80 }}
{{- else }}
{{- 443 }}
{{- end }}
{{- end }}
