# syntax=docker/dockerfile:1
# Two stages: the first builds, the second holds the binary, the system's certificates and nothing
# else: no shell, no package manager. deploy/try-container builds and tries it; deploy/try does the
# same steps without a container engine.

FROM docker.io/library/rust:1.95-slim-bookworm AS build
WORKDIR /src
COPY . .
# Demo and local servers stay out.
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/src/target \
    cargo build --release --locked --no-default-features \
    && install -D target/release/hushbot /out/usr/local/bin/hushbot \
    && install -d -m 0700 /out/data

FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build --chown=root:root /out/usr /usr
# Whoever the process runs as owns the volume that is made from this directory.
COPY --from=build --chown=65532:65532 /out/data /data
# One heap for all threads: with one for each, as glibc does, a fifth more memory is held.
ENV HUSHBOT_DATA_DIR=/data MALLOC_ARENA_MAX=1
VOLUME /data
WORKDIR /
USER 65532:65532
STOPSIGNAL SIGTERM
# Asks /healthz where the HTTP side is on (PORT, HUSHBOT_LISTEN), else whether a bot has the store.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["/usr/local/bin/hushbot", "health"]
ENTRYPOINT ["/usr/local/bin/hushbot"]
CMD ["run"]
