/**
 * What a link may point to: a path of this application, a fragment or query, or an `http(s)`, `mailto` or `tel` address.
 * Anything else (`javascript:`, `data:`, protocol-relative addresses, control characters that hide a scheme) becomes `#`.
 */
export function safeUrl(url: string): string {
  // Browsers drop control characters and blanks before they read the scheme, so they are dropped before it is judged.
  const bare = url.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\ufeff]/g, '');
  if (bare === '') return '#';
  if (/^[/\\]{2}/.test(bare) || bare.startsWith('\\') || bare.startsWith('/\\')) return '#';
  if (/^[/#?]/.test(bare)) return encodeAmpersands(url.trim());
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
  if (scheme === undefined) return bare.includes(':') ? '#' : encodeAmpersands(url.trim());
  return allowedSchemes.has(scheme) ? encodeAmpersands(url.trim()) : '#';
}

const allowedSchemes = new Set(['http', 'https', 'mailto', 'tel']);

function encodeAmpersands(url: string): string {
  return attributeText(url);
}

/**
 * Text for an attribute. The template engine escapes quotes only, so without this a typed `&lt;` would come back as `<`.
 */
export function attributeText(text: string): string {
  return text.replaceAll('&', '&amp;');
}
