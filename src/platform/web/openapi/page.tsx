/** Swagger UI, from its package and served by us; what starts it is a file, since nothing may run inline. */
export function apiDocsPage(): string {
  const html = (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>チーム支援 API</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/swagger-ui.css" />
        <link rel="stylesheet" href="/assets/api-docs.css" />
        <script src="/assets/swagger-ui-bundle.js" defer></script>
        <script src="/assets/api-docs.js" defer></script>
      </head>
      <body>
        <main id="api-docs">
          <p>
            <a href="/api/openapi.json">OpenAPI (JSON)</a>
          </p>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${String(html)}`;
}
