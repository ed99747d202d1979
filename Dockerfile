# syntax=docker/dockerfile:1.19

# docker build --build-arg VERSION=0.1.0 --build-arg REVISION="$(git rev-parse HEAD)" --build-arg CREATED="$(date -u +%FT%TZ)" -t rolewire:0.1.0 .
#
# src/docker/replay.sh runs the same steps without a container engine; DockerfileTests keeps the two equal.
# Base images are pinned by full version. Add their digests where images are mirrored: FROM name:tag@sha256:...

ARG JAVA_IMAGE=eclipse-temurin:25.0.3_9-jre-noble

FROM maven:3.9.16-eclipse-temurin-25-noble AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 ["mvn", "-B", "-Dmaven.test.skip=true", "package"]
RUN ["sh", "-c", "cp target/rolewire-*-exec.jar application.jar"]

# One directory a layer, what changes least first.
FROM build AS extract
RUN ["java", "-Djarmode=tools", "-jar", "application.jar", "extract", "--layers", "--destination", "extracted"]

FROM ${JAVA_IMAGE}
ARG JAVA_IMAGE
ARG VERSION=development
ARG REVISION=unknown
ARG CREATED=unknown
ARG SOURCE=https://rolewire.dev
LABEL org.opencontainers.image.title="Rolewire" \
      org.opencontainers.image.description="Finds IAM role and instance profile wiring mistakes before they are deployed" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.source="${SOURCE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}" \
      org.opencontainers.image.base.name="docker.io/library/${JAVA_IMAGE}"

# The service listens to the network and not only to its own machine, the actuator has a port of its own, logs are
# ECS JSON, and only /tmp is ever written to.
ENV SERVER_ADDRESS=0.0.0.0 \
    SERVER_PORT=8080 \
    MANAGEMENT_SERVER_PORT=8081 \
    SERVER_TOMCAT_BASEDIR=/tmp/tomcat \
    LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs

WORKDIR /application
COPY --from=extract /build/extracted/dependencies/ ./
COPY --from=extract /build/extracted/spring-boot-loader/ ./
COPY --from=extract /build/extracted/snapshot-dependencies/ ./
COPY --from=extract /build/extracted/application/ ./
COPY src/docker/jvm.options LICENSE ./

# The AOT cache fits this virtual machine, these options and these files (it compares their times), so it is trained
# here, on real analyses over HTTP. The second run must take it, or the build ends.
RUN --mount=type=tmpfs,target=/tmp ["java", "@jvm.options", "-XX:AOTCacheOutput=app.aot", "-jar", "application.jar", "--spring.profiles.active=training", "--server.port=0", "--management.server.port=0"]
RUN --mount=type=tmpfs,target=/tmp ["java", "@jvm.options", "-XX:AOTMode=on", "-XX:AOTCache=app.aot", "-jar", "application.jar", "--spring.profiles.active=training", "--server.port=0", "--management.server.port=0"]

USER 10001:10001
EXPOSE 8080 8081
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --start-interval=2s CMD ["java", "-XX:TieredStopAtLevel=1", "-Xmx16m", "-cp", "application.jar", "dev.rolewire.web.container.HealthCheck"]
ENTRYPOINT ["java", "@jvm.options", "-XX:AOTCache=app.aot", "-jar", "application.jar"]
