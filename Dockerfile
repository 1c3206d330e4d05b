# A slim image that runs as nobody special. The data and the configuration are mounted:
#   docker build -t townkeeper .
#   docker run --read-only --tmpfs /tmp -v townkeeper-data:/data -v ./config:/app/config:ro --env-file .env \
#       -p 127.0.0.1:8420:8420 townkeeper
FROM python:3.13-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/venv
COPY requirements/run.txt /tmp/run.txt
RUN /opt/venv/bin/pip install --require-hashes -r /tmp/run.txt

FROM python:3.13-slim
RUN useradd --system --uid 10001 --create-home --home-dir /home/townkeeper townkeeper \
    && install -d -o townkeeper -g townkeeper -m 700 /data
COPY --from=build /opt/venv /opt/venv
WORKDIR /app
COPY pyproject.toml README.md LICENSE ./
COPY requirements ./requirements
COPY bot ./bot
COPY locales ./locales
COPY config ./config
# In place and editable: the locales are found beside the code.
RUN /opt/venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation -e .
# Compiled here, code, word lists and the search, because nothing can be written beside them later: starts stay quick.
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev \
    && /opt/venv/bin/python -m compileall -q bot && /opt/venv/bin/python -m bot check-config \
    && apt-get purge -y --auto-remove gcc libc6-dev && rm -rf /var/lib/apt/lists/*
USER townkeeper
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    TOWNKEEPER_DATA_DIR=/data TOWNKEEPER_HOST=0.0.0.0 TOWNKEEPER_SECRETS_DIR=/run/secrets
VOLUME /data
EXPOSE 8420

STOPSIGNAL SIGTERM
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
