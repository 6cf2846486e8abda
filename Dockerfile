FROM python:3.11-slim AS build
WORKDIR /source
RUN python -m venv /opt/leadlink
COPY requirements.txt ./
RUN /opt/leadlink/bin/pip install --no-cache-dir --require-hashes --requirement requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY graph_service ./graph_service
COPY schema ./schema
COPY loaders ./loaders
COPY queries ./queries
COPY examples ./examples
COPY desk ./desk
RUN /opt/leadlink/bin/pip install --no-cache-dir --no-deps --no-build-isolation .
# Away from the sources, so that what is built is of the desk as it is installed.
RUN cd / && LEADLINK_CACHE=/opt/leadlink/cache /opt/leadlink/bin/leadlink desk

FROM python:3.11-slim
RUN useradd --uid 10001 --create-home leadlink && install -d -o leadlink -g leadlink -m 0700 /home/leadlink/.leadlink
COPY --from=build /opt/leadlink /opt/leadlink
ENV PATH=/opt/leadlink/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    LEADLINK_HOME=/home/leadlink/.leadlink \
    LEADLINK_CACHE=/opt/leadlink/cache \
    LEADLINK_HOST=0.0.0.0 \
    LEADLINK_PORT=8000
WORKDIR /home/leadlink
USER leadlink
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
CMD ["leadlink", "serve"]
