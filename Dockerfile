# The command: docker run --rm --network none --volume "$PWD:/work:ro" ecs-inferentia check
FROM node:22-slim
ARG VERSION=0.1.0
RUN npm install --global --ignore-scripts --no-audit --no-fund "ecs-inferentia@${VERSION}" && npm cache clean --force
USER node
WORKDIR /work
ENTRYPOINT ["ecs-inferentia"]
CMD ["check"]
