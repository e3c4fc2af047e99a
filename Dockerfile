# syntax=docker/dockerfile:1
# One image for each part of the distributed shape: docker build --build-arg PART=ui .

# Builds all parts at once. PART is not known here, so that five images share this stage and its cache.
FROM eclipse-temurin:25.0.4_7-jdk-noble AS sources
WORKDIR /daybook
COPY . .
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    ./mvnw -q -B -ntp -DskipTests -am package \
        -pl command-side,saga-orchestrator,query-side,ui,payment-sandbox

# Takes the jar of one part apart: libraries change seldom, so they are a layer of their own. By hand and not with Spring
# Boot's tools, because the payment sandbox has no Spring in it. "start" names the main class.
FROM sources AS layers
ARG PART
WORKDIR /layers/unpacked
RUN jar xf "/daybook/$PART/target/$PART-app.jar" \
    && mkdir ../libraries ../modules \
    && find BOOT-INF/lib -name '*-SNAPSHOT.jar' -exec mv -t ../modules {} + \
    && mv BOOT-INF/lib/* ../libraries/ \
    && mv BOOT-INF/classes ../classes \
    && sed -n 's/^Start-Class: \([A-Za-z0-9_.]*\).*/\1/p' META-INF/MANIFEST.MF >../start

FROM eclipse-temurin:25.0.4_7-jre-noble
ARG PART
ARG VERSION=local
LABEL org.opencontainers.image.title="Daybook: $PART" \
      org.opencontainers.image.description="A part of Daybook, an order platform whose book of record is an event log" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.licenses="MIT"
# /data is for what keeps files of its own; a named volume put there takes over its owner.
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin daybook \
    && install -d -o daybook /data
COPY --chmod=755 docker/healthy /usr/local/bin/healthy
WORKDIR /app
COPY --from=layers /layers/libraries libraries
COPY --from=layers /layers/modules modules
COPY --from=layers /layers/classes classes
COPY --from=layers /layers/start start
ENV CLASSPATH=/app/classes:/app/modules/*:/app/libraries/*
USER 10001
# The heap follows the container's memory limit. A process that ran out of memory cannot be trusted: it ends, and is started
# again. More options can be given in JAVA_TOOL_OPTIONS. The last two are for SQLite, Netty and gRPC, and silence warnings.
ENTRYPOINT ["java", \
    "-XX:MaxRAMPercentage=65", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseCompactObjectHeaders", \
    "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
    "@/app/start"]
