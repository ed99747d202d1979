#!/usr/bin/env bash
# Runs the steps of the Dockerfile without a container engine, in a directory that stands for the image:
#
#   src/docker/replay.sh DIRECTORY [STEP...]     steps: build extract train check run health; without any: all but the last two
#
# The commands between the markers are those of the Dockerfile, word for word: DockerfileTests compares them.
# Needs a JDK 25 as `java` or JAVA_HOME; `build` needs Maven, and may be left out when target/rolewire-*-exec.jar is there.
set -euo pipefail
source=$(cd "$(dirname "$0")/../.." && pwd)
image=$(mkdir -p "${1:?the directory to build in}" && cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- build extract train check
[ -z "${JAVA_HOME:-}" ] || PATH=$JAVA_HOME/bin:$PATH

# commands:start
build=("mvn" "-B" "-Dmaven.test.skip=true" "package")
extract=("java" "-Djarmode=tools" "-jar" "application.jar" "extract" "--layers" "--destination" "extracted")
train=("java" "@jvm.options" "-XX:AOTCacheOutput=app.aot" "-jar" "application.jar" "--spring.profiles.active=training" "--server.port=0" "--management.server.port=0")
check=("java" "@jvm.options" "-XX:AOTMode=on" "-XX:AOTCache=app.aot" "-jar" "application.jar" "--spring.profiles.active=training" "--server.port=0" "--management.server.port=0")
health=("java" "-XX:TieredStopAtLevel=1" "-Xmx16m" "-cp" "application.jar" "dev.rolewire.web.container.HealthCheck")
run=("java" "@jvm.options" "-XX:AOTCache=app.aot" "-jar" "application.jar")
layers=("dependencies" "spring-boot-loader" "snapshot-dependencies" "application")
# commands:end

# The image's own environment; ports may be given from outside, since they are shared with the machine here.
export SERVER_ADDRESS=${SERVER_ADDRESS:-0.0.0.0}
export SERVER_PORT=${SERVER_PORT:-8080}
export MANAGEMENT_SERVER_PORT=${MANAGEMENT_SERVER_PORT:-8081}
export SERVER_TOMCAT_BASEDIR=${SERVER_TOMCAT_BASEDIR:-/tmp/tomcat}
export LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs

for step in "$@"; do
    case $step in
        build)
            (cd "$source" && "${build[@]}")
            ;;
        extract)
            rm -rf "$image/build" "$image/application"
            mkdir -p "$image/build" "$image/application"
            cp "$source"/target/rolewire-*-exec.jar "$image/build/application.jar"
            (cd "$image/build" && "${extract[@]}")
            for layer in "${layers[@]}"; do
                cp -a "$image/build/extracted/$layer/." "$image/application/"
            done
            cp "$source/src/docker/jvm.options" "$source/LICENSE" "$image/application/"
            ;;
        train) (cd "$image/application" && "${train[@]}") ;;
        check) (cd "$image/application" && "${check[@]}") ;;
        health) (cd "$image/application" && "${health[@]}") ;;
        run) cd "$image/application" && exec "${run[@]}" ;;
        *)
            echo "no step $step" >&2
            exit 2
            ;;
    esac
done
