// Starts the browsable description of the interface (/api/docs).
window.SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#api-docs',
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  // Nothing leaves this server: the validator's badge would ask somebody else's.
  validatorUrl: null,
});
